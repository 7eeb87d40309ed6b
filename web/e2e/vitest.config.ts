import { defineConfig } from 'vitest/config';

// Stories in a real browser against the running system: one after the other, as they share its one shop.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    // Measurements say something on a quiet machine only, and are asked for by name.
    include: process.env.SAFELIGHT_STORIES === 'measure' ? ['*.measure.ts'] : ['*.story.ts'],
    setupFiles: ['step.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    retry: 0,
  },
});
