import { describe, expect, it } from 'vitest';
import { justifiedRows } from './layout';

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

  it('has nothing to lay out before it knows its width', () => {
    expect(justifiedRows(aspects, 0, 240, 8)).toEqual([]);
  });
});
