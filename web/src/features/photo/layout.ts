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
