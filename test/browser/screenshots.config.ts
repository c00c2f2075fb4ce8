import { defineConfig } from '@playwright/test';
import config from './playwright.config';

// A project's own choice of files would win over that of the pictures.
const { projects: _, ...base } = config;

/** `npm run screenshots`: not tests, but the pictures of the guides, written to `docs/images`. */
export default defineConfig(base, {
  testMatch: 'screenshots.ts',
  reporter: 'list',
});
