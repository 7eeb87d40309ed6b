import { isProblem } from '@/lib/problem';
import type { ParkedDecision } from './api/decide-parked';

export interface Failure {
  decision: ParkedDecision;
  error: Error;
}

interface Ways {
  decide: (decision: ParkedDecision) => Promise<unknown>;
  /** Called after each of them, with how many were tried. */
  onStep?: (tried: number) => void;
  pause?: (millis: number) => Promise<void>;
}

/** After so many askings for patience in a row a service is taken for one that will not answer. */
const PATIENCE = 20;

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

/**
 * One after the other, so that a service is not flooded with what it could not handle. What one refuses keeps nobody from
 * the others. @returns those that failed
 */
export async function decideAll(decisions: readonly ParkedDecision[], { decide, onStep, pause = wait }: Ways): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [index, decision] of decisions.entries()) {
    try {
      await patiently(() => decide(decision), pause);
    } catch (error) {
      failures.push({ decision, error: error as Error });
    }
    onStep?.(index + 1);
  }
  return failures;
}

/** Services take so many decisions a second, and say when it was one too many. */
async function patiently(decide: () => Promise<unknown>, pause: (millis: number) => Promise<void>): Promise<void> {
  for (let left = PATIENCE; ; left--) {
    try {
      await decide();
      return;
    } catch (error) {
      if (left === 0 || !isProblem(error, 'too-many-decisions')) throw error;
      await pause(1000);
    }
  }
}
