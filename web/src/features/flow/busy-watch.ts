import type { Flow } from './api/get-flow';

/**
 * How long a service's queue was not seen empty, in seconds. SQS does not tell how long its oldest message has waited; this
 * is what whoever looks can know: nothing in the queue is older, unless it was there when they came.
 */
export class BusyWatch {
  private readonly since = new Map<string, number>();

  seconds(flow: Flow): number {
    const work = flow.queues.find(({ kind }) => kind === 'WORK');
    const now = Date.parse(flow.at);
    if (!work || (work.waiting ?? 0) + (work.inFlight ?? 0) === 0) {
      this.since.delete(flow.service);
      return 0;
    }
    const began = this.since.get(flow.service) ?? now;
    this.since.set(flow.service, began);
    return Math.max(0, (now - began) / 1000);
  }
}
