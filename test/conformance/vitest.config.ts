import { defineConfig } from 'vitest/config';

/** The tests of the gate itself that need Java. Plain `npm test` leaves them out. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.conformance.ts'],
    globalSetup: ['test/support/spare-folders-home.ts'],
    testTimeout: 60_000,
    // The first run builds the launcher.
    hookTimeout: 300_000,
  },
});
