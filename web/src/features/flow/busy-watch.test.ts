import { describe, expect, it } from 'vitest';
import { aFlow } from '@/testing/builders';
import { BusyWatch } from './busy-watch';

const at = (seconds: number, waiting: number | undefined, inFlight = 0) =>
  aFlow('catalog', {
    at: new Date(Date.UTC(2026, 10, 22) + seconds * 1000).toISOString(),
    queues: [
      { name: 'safelight-catalog', kind: 'WORK', ...(waiting === undefined ? {} : { waiting, inFlight }) },
      { name: 'safelight-catalog-dlq', kind: 'DEAD_LETTERS', waiting: 3, inFlight: 0 },
    ],
  });

describe('how long a queue was not empty', () => {
  it('begins when somebody first sees something in it', () => {
    const watch = new BusyWatch();
    expect([at(0, 4), at(5, 2), at(10, 0, 1)].map((flow) => watch.seconds(flow))).toEqual([0, 5, 10]);
  });

  it('begins anew when it was empty in between', () => {
    const watch = new BusyWatch();
    expect([at(0, 4), at(5, 0), at(10, 1), at(12, 1)].map((flow) => watch.seconds(flow))).toEqual([0, 0, 0, 2]);
  });

  it('begins anew when nobody looked for a while', () => {
    const watch = new BusyWatch();
    expect([at(0, 4), at(50, 2), at(3600, 1), at(3605, 1)].map((flow) => watch.seconds(flow))).toEqual([0, 50, 0, 5]);
  });

  it('is nothing where nobody knows, and never less than nothing', () => {
    const watch = new BusyWatch();
    expect([at(9, 1), at(5, 1), at(11, undefined)].map((flow) => watch.seconds(flow))).toEqual([0, 0, 0]);
  });
});
