import type { Earned } from './api/get-sales';

type Month = Earned['months'][number];

/** The last months without a gap, the oldest first: a month without a sale is one with nothing earned. */
export function lastMonths(months: readonly Month[], currency: string, count = 12): Month[] {
  const last = months.at(-1)?.month;
  if (!last) return [];
  const [year, month] = last.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => {
    const name = new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7);
    return months.find((found) => found.month === name) ?? { month: name, earned: { amount: 0, currency }, orders: 0 };
  });
}
