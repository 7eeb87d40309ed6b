import { useEffect, useRef } from 'react';
import styles from './upload.module.css';

const SIDE = 112;

// One at a time: each is the whole photo for a moment.
let decoding: Promise<unknown> = Promise.resolve();

/** What is in a file, small. Where the browser cannot show it, such as TIFF, its place stays empty. */
export function Thumbnail({ file }: { file: File | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let wanted = file !== undefined;
    decoding = decoding.then(async () => {
      if (!wanted) return;
      const bitmap = await createImageBitmap(file!, { resizeHeight: SIDE, resizeQuality: 'medium' });
      const side = Math.min(bitmap.width, bitmap.height);
      const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
      canvas.current?.getContext('2d')?.drawImage(bitmap, left, top, side, side, 0, 0, SIDE, SIDE);
      bitmap.close();
    }).catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [file]);
  return <canvas ref={canvas} width={SIDE} height={SIDE} aria-hidden="true" className={styles.thumbnail} />;
}
