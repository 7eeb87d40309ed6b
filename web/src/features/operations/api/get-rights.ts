import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/catalog';
import type { ServiceName } from '@/config/paths';
import { body, ops } from '@/lib/http-client';

export type Right = components['schemas']['Right'];

/** Which role may do what, as the service itself enforces it. */
export const getRights = (service: ServiceName) =>
  queryOptions({
    queryKey: ['ops', 'rights', service],
    queryFn: async ({ signal }) => body(await ops(service).GET('/v1/ops/rights', { signal })).data,
    retry: false,
    staleTime: 300_000,
  });
