import justifiedLayout from 'justified-layout';

export interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

export interface Row {
  top: number;
  height: number;
  boxes: { index: number; box: Box }[];
}

/**
 * Rows of equal height that fill the width, each photo in its own shape (Flickr's justified layout).
 * @param aspects width over height of each photo, in order
 * @param width of the grid, in CSS pixels
 */
export function justifiedRows(aspects: readonly number[], width: number, rowHeight: number, gap: number): Row[] {
  if (width <= 0 || aspects.length === 0) return [];
  const { boxes } = justifiedLayout([...aspects], {
    containerWidth: width,
    containerPadding: 0,
    boxSpacing: gap,
    targetRowHeight: rowHeight,
    targetRowHeightTolerance: 0.3,
  });
  const rows: Row[] = [];
  boxes.forEach((box, index) => {
    let row = rows.at(-1);
    if (!row || Math.abs(row.top - box.top) > 1) {
      row = { top: box.top, height: box.height, boxes: [] };
      rows.push(row);
    }
    row.boxes.push({ index, box });
  });
  return rows;
}

/**
 * The rows of a list that has grown at its end. All but the last row stay as they are, so that ten thousand photos are
 * laid out with as little work as the newest of them.
 * @param before rows of the beginning of the same list, in the same width
 */
export function grownRows(before: Row[], aspects: readonly number[], width: number, rowHeight: number, gap: number): Row[] {
  const last = before.at(-1);
  if (!last) return justifiedRows(aspects, width, rowHeight, gap);
  const from = last.boxes[0]!.index;
  const added = justifiedRows(aspects.slice(from), width, rowHeight, gap).map(({ top, height, boxes }) => ({
    top: top + last.top,
    height,
    boxes: boxes.map(({ index, box }) => ({ index: index + from, box: { ...box, top: box.top + last.top } })),
  }));
  return [...before.slice(0, -1), ...added];
}
