import { describe, expect, it } from 'vitest';
import { afterStep, type Mine, type Step } from './live-steps';

const mine: Mine = {
  pageParams: [''],
  pages: [
    {
      data: ['one', 'two'].map((photoId) => ({
        photoId,
        contributorId: 'ana',
        fileName: `${photoId}.jpg`,
        title: photoId,
        state: 'RENDERING',
        done: false,
        uploadedAt: '2026-11-22T10:15:30Z',
        since: '2026-11-22T10:15:31Z',
        reasons: [],
      })),
    },
  ],
};

const step = (given: Partial<Step>): Step => ({
  photoId: 'two',
  at: '2026-11-22T10:15:40Z',
  from: 'RENDERING',
  to: 'LISTING',
  done: false,
  epoch: 1,
  note: '',
  ignored: false,
  ...given,
});

describe('a step that is told live', () => {
  it('moves its photo on and no other', () => {
    expect(afterStep(mine, step({}))?.pages[0]?.data.map(({ state }) => state)).toEqual(['RENDERING', 'LISTING']);
  });

  it('changes nothing when it is told again, or is older than what is known', () => {
    expect(afterStep(mine, step({ to: 'RENDERING' }))).toBe(mine);
    expect(afterStep(mine, step({ to: 'ANALYSING', at: '2026-11-22T10:15:30Z' }))).toBe(mine);
    expect(afterStep(mine, step({ ignored: true }))).toBe(mine);
  });

  it('has the list read anew where it does not say enough', () => {
    expect(afterStep(mine, step({ photoId: 'three' }))).toBeUndefined();
    expect(afterStep(mine, step({ to: 'REJECTED', done: true }))).toBeUndefined();
  });
});
