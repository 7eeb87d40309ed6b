import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react';
import type { WayEdgeType } from './flow-picture';
import styles from './flow-picture.module.css';

/** So many dots are on their way at most; more could not be told apart. */
const MOST_DOTS = 6;
/** Seconds from one end to the other. */
const JOURNEY = 2.4;

/** How many dots stand for a rate: one for anything at all, one more each time that it doubles. Pure. */
export const dotsFor = (rate: number) => (rate <= 0 ? 0 : Math.min(MOST_DOTS, 1 + Math.max(0, Math.floor(Math.log2(rate) + 1))));

/** The way from a topic to a queue; dots go along it while messages do. */
export function WayEdge({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data }: EdgeProps<WayEdgeType>) {
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, curvature: 0.35 });
  const dots = dotsFor(data?.way.rate ?? 0);
  return (
    <g className={styles.way} data-busy={dots > 0 || undefined}>
      <BaseEdge path={path} />
      {Array.from({ length: dots }, (_, index) => (
        <circle key={`${index} of ${dots}`} r="5" className={styles.dot}>
          <animateMotion dur={`${JOURNEY}s`} begin={`-${(index * JOURNEY) / dots}s`} repeatCount="indefinite" path={path} />
        </circle>
      ))}
    </g>
  );
}
