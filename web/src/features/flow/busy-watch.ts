import type { Flow } from './api/get-flow';

/** Whoever looked away for longer, in milliseconds, cannot say that nothing was empty meanwhile. */
const GAP = 60_000;

/**
 * How long a service's queue was not seen empty, in seconds. SQS does not tell how long its oldest message has waited; this
 * is what whoever looks can know: nothing in the queue is older, unless it was there when they came.
 */
export class BusyWatch {
  private readonly busy = new Map<string, { since: number; seen: number }>();

  seconds(flow: Flow): number {
    const work = flow.queues.find(({ kind }) => kind === 'WORK');
    const now = Date.parse(flow.at);
    if (!work || (work.waiting ?? 0) + (work.inFlight ?? 0) === 0) {
      this.busy.delete(flow.service);
      return 0;
    }
    const before = this.busy.get(flow.service);
    const since = before && now - before.seen < GAP ? before.since : now;
    this.busy.set(flow.service, { since, seen: now });
    return Math.max(0, (now - since) / 1000);
  }
}
