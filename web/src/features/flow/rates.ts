import type { Flow } from './api/get-flow';

/** Messages a second, by type. */
export type Rates = Readonly<Record<string, number>>;

interface Sample {
  at: number;
  counts: Readonly<Record<string, number>>;
}

/** Long enough that single messages do not jump, short enough that one sees when it stops. */
const WINDOW = 12_000;

/**
 * Makes rates of counters. Each instance has counters of its own, which begin at nothing when it starts: only samples of
 * the same instance are compared.
 */
export class RateMeter {
  private readonly samples = new Map<string, Sample[]>();

  rates(flow: Flow): Rates {
    const now: Sample = {
      at: Date.parse(flow.at),
      counts: Object.fromEntries(
        flow.types.map((one) => [one.type, one.handled + one.unchanged + one.duplicate + one.parked]),
      ),
    };
    const key = `${flow.service} ${flow.instance}`;
    const before = (this.samples.get(key) ?? []).filter(({ at }) => at < now.at && at >= now.at - WINDOW);
    this.samples.set(key, [...before, now]);
    const [oldest] = before;
    if (!oldest) return {};
    const seconds = (now.at - oldest.at) / 1000;
    return Object.fromEntries(
      Object.entries(now.counts).map(([type, count]) => [type, Math.max(0, count - (oldest.counts[type] ?? 0)) / seconds]),
    );
  }
}
