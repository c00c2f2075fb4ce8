import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** `npm run screenshots`: not tests, but the pictures of the guides, written to `docs/images`. */
export default defineConfig(base, {
  testMatch: 'screenshots.ts',
  timeout: 60_000,
  reporter: 'list',
});
