import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/catalog';
import type { ServiceName } from '@/config/paths';
import { body, ops } from '@/lib/http-client';
import { BusyWatch } from '../busy-watch';
import { RateMeter, type Rates } from '../rates';

export type Flow = components['schemas']['FlowView'];
export type Queue = components['schemas']['QueueView'];

export interface MeasuredFlow {
  flow: Flow;
  rates: Rates;
  /** Since when its queue was not seen empty, in seconds. */
  busy: number;
}

const meter = new RateMeter();
const watch = new BusyWatch();

/** How events flow through one service, asked for again and again while somebody looks. */
export const getFlow = (service: ServiceName) =>
  queryOptions({
    queryKey: ['ops', 'flow', service],
    queryFn: async ({ signal }): Promise<MeasuredFlow> => {
      const flow = body(await ops(service).GET('/v1/ops/flow', { signal }));
      return { flow, rates: meter.rates(flow), busy: watch.seconds(flow) };
    },
    // A service that does not answer is shown as such at once, and asked again with the others.
    retry: false,
    staleTime: 0,
    refetchInterval: 2500,
  });
