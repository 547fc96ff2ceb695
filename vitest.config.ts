import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    // Long, so that no test fails for a slow machine: what hangs ends all the same.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One browser at a time on a small machine: files run one after another.
    maxWorkers: 2,
  },
});
