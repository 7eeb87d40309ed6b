import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What one story leaves to a moderator must not surprise another: always in the same order. */
class ByName extends BaseSequencer {
  override sort(stories: TestSpecification[]) {
    return Promise.resolve([...stories].sort((one, other) => one.moduleId.localeCompare(other.moduleId)));
  }
}

// Stories in a real browser against the running system: one after the other, as they share its one shop.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    // Measurements say something on a quiet machine only, and are asked for by name.
    include: process.env.SAFELIGHT_STORIES === 'measure' ? ['*.measure.ts'] : ['*.story.ts'],
    setupFiles: ['step.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // As long as a page may be waited for.
    expect: { poll: { timeout: 30_000 } },
    fileParallelism: false,
    sequence: { sequencer: ByName },
    retry: 0,
  },
});
