import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts', 'test/support/spare-folders-home.ts'],
    setupFiles: ['test/support/samples.ts'],
    // Long, so that no test fails for a slow machine: what hangs ends all the same.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What one file of tests loaded and compiled serves the next: half of the time went into that. Nothing in `src` is
    // changed by being used, and a test that changes the process puts it right.
    isolate: false,
    unstubEnvs: true,
    // One browser at a time on a small machine: files run one after another.
    maxWorkers: 2,
  },
});
