import { describe, expect, it } from 'vitest';
import { lastMonths } from './months';

const month = (name: string, amount: number) => ({ month: name, earned: { amount, currency: 'EUR' }, orders: 1 });

describe('the last months', () => {
  it('have no gaps, and go over the turn of the year', () => {
    const months = lastMonths([month('2025-11', 300), month('2026-02', 900)], 'EUR', 4);
    expect(months.map(({ month: name, earned }) => [name, earned.amount])).toEqual([
      ['2025-11', 300],
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 900],
    ]);
  });

  it('are none where nothing was sold', () => {
    expect(lastMonths([], 'EUR')).toEqual([]);
  });
});
