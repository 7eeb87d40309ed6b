import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { grownRows, justifiedRows, type Row } from '../layout';
import type { FoundPhoto } from '../photo';
import { PhotoCard } from './photo-card';
import styles from './photo-grid.module.css';

interface PhotoGridProps {
  photos: readonly FoundPhoto[];
  /** Called when the end comes near. */
  onEnd?: () => void;
  label: string;
}

/** Rows of photos, of which only those near the window exist: ten thousand cost as much as fifty. */
export function PhotoGrid({ photos, onEnd, label }: PhotoGridProps) {
  const grid = useRef<HTMLUListElement>(null);
  const [{ width, offset }, setPlace] = useState({ width: 0, offset: 0 });

  useLayoutEffect(() => {
    const element = grid.current!;
    const measure = () =>
      setPlace((before) => {
        const now = { width: element.clientWidth, offset: Math.round(element.getBoundingClientRect().top + scrollY) };
        return now.width === before.width && now.offset === before.offset ? before : now;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const gap = width < 600 ? 6 : 12;
  const rowHeight = width < 600 ? 170 : width < 1200 ? 240 : 300;
  const rows = useRows(photos, width, rowHeight, gap);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => rows[index]!.height + gap,
    overscan: 3,
    scrollMargin: offset,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rows]);

  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 4) onEnd?.();
  }, [lastShown, rows.length, onEnd]);

  return (
    <ul ref={grid} className={styles.grid} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
      {shown.flatMap(({ index, start }) =>
        rows[index]!.boxes.map(({ index: at, box }) => (
          <li key={photos[at]!.id} className={styles.place} style={{ transform: `translate(${box.left}px, ${start - offset}px)` }}>
            <PhotoCard photo={photos[at]!} width={box.width} height={box.height} eager={index === 0} />
          </li>
        )),
      )}
    </ul>
  );
}

interface Laid {
  photos: readonly FoundPhoto[];
  width: number;
  rows: Row[];
}

/** Lays out what is new only, as long as the beginning and the width stay what they were. */
function useRows(photos: readonly FoundPhoto[], width: number, rowHeight: number, gap: number): Row[] {
  const [laid, setLaid] = useState<Laid>({ photos: [], width: 0, rows: [] });
  if (laid.photos === photos && laid.width === width) return laid.rows;
  const known = laid.photos.length;
  const grown =
    laid.width === width && known > 0 && photos[0] === laid.photos[0] && photos[known - 1] === laid.photos[known - 1];
  if (grown && known === photos.length) return laid.rows;
  const aspects = photos.map(({ aspect }) => aspect);
  const rows = grown ? grownRows(laid.rows, aspects, width, rowHeight, gap) : justifiedRows(aspects, width, rowHeight, gap);
  setLaid({ photos, width, rows });
  return rows;
}
