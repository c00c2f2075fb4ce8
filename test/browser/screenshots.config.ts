import { defineConfig } from '@playwright/test';
import config from './playwright.config';

// A project's own choice of files would win over that of the pictures.
const { projects: _, ...base } = config;

/** `npm run screenshots`: not tests, but pictures of all that the app shows. */
export default defineConfig(base, {
  testMatch: 'screenshots.ts',
  reporter: 'list',
});
