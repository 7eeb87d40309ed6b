import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import type { ParkedDecision } from './api/decide-parked';
import { decideAll } from './decide-all';

const decisions = ['a', 'b', 'c'].map((id): ParkedDecision => ({ service: 'catalog', id, action: 'discard', reason: 'old' }));

describe('decisions over several messages', () => {
  it('are made one after the other, and told as they go', async () => {
    const told: unknown[] = [];
    const failures = await decideAll(decisions, {
      decide: ({ id }) => Promise.resolve(told.push(id)),
      onStep: (tried) => told.push(tried),
    });
    expect(told).toEqual(['a', 1, 'b', 2, 'c', 3]);
    expect(failures).toEqual([]);
  });

  it('go on when one is refused, and say which', async () => {
    const refusal = new Problem(409, 'cannot-be-redriven', 'Its body is gone.');
    const decided: string[] = [];
    const failures = await decideAll(decisions, {
      decide: ({ id }) => (id === 'b' ? Promise.reject(refusal) : Promise.resolve(decided.push(id))),
    });
    expect(decided).toEqual(['a', 'c']);
    expect(failures).toEqual([{ decision: decisions[1], error: refusal }]);
  });

  it('wait when a service asks for patience, and lose none of them', async () => {
    const decided: string[] = [];
    let pauses = 0;
    const failures = await decideAll(decisions, {
      decide: ({ id }) =>
        decided.length === 1 && pauses < 2
          ? Promise.reject(new Problem(429, 'too-many-decisions', 'Not so fast.'))
          : Promise.resolve(decided.push(id)),
      pause: () => Promise.resolve(void pauses++),
    });
    expect([decided, pauses, failures]).toEqual([['a', 'b', 'c'], 2, []]);
  });

  it('are given up with a service that is never ready', async () => {
    const busy = new Problem(429, 'too-many-decisions', 'Not so fast.');
    const failures = await decideAll(decisions.slice(0, 1), { decide: () => Promise.reject(busy), pause: () => Promise.resolve() });
    expect(failures).toEqual([{ decision: decisions[0], error: busy }]);
  });
});
