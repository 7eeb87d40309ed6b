import { describe, expect, it } from 'vitest';
import { grownRows, justifiedRows } from './layout';

const aspects = [1.5, 0.66, 1, 2.1, 1.33, 1.5, 0.8, 1.5, 1.25];

describe('the justified grid', () => {
  it('shows every photo once, in order', () => {
    const rows = justifiedRows(aspects, 1000, 240, 8);
    expect(rows.flatMap((row) => row.boxes.map(({ index }) => index))).toEqual(aspects.map((_, index) => index));
  });

  it('keeps the shape of each photo within a pixel', () => {
    for (const row of justifiedRows(aspects, 1000, 240, 8)) {
      for (const { index, box } of row.boxes) expect(box.width).toBeCloseTo(aspects[index]! * box.height, -1);
    }
  });

  it('fills the width with all rows but the last', () => {
    for (const row of justifiedRows(aspects, 1000, 240, 8).slice(0, -1)) {
      const last = row.boxes.at(-1)!.box;
      expect(last.left + last.width).toBeCloseTo(1000, 0);
    }
  });

  it('grows at its end as if all had been there from the beginning', () => {
    const many = Array.from({ length: 40 }, (_, index) => aspects[index % aspects.length]!);
    let rows = justifiedRows(many.slice(0, 7), 1000, 240, 8);
    for (const length of [8, 20, 40]) rows = grownRows(rows, many.slice(0, length), 1000, 240, 8);
    const atOnce = justifiedRows(many, 1000, 240, 8);
    expect(rows.map(({ boxes }) => boxes.map(({ index }) => index))).toEqual(atOnce.map(({ boxes }) => boxes.map(({ index }) => index)));
    expect(rows.at(-1)!.top).toBeCloseTo(atOnce.at(-1)!.top, 3);
  });

  it('has nothing to lay out before it knows its width', () => {
    expect(justifiedRows(aspects, 0, 240, 8)).toEqual([]);
  });
});
