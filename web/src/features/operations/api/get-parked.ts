import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/catalog';
import type { ServiceName } from '@/config/paths';
import { body, ops } from '@/lib/http-client';

export type Parked = components['schemas']['ParkedMessageView'];

/** A message with the service that set it aside. */
export type Waiting = Parked & { service: ServiceName };

/** What waits for a decision in one service, the longest waiting first. */
export const getParked = (service: ServiceName) =>
  queryOptions({
    queryKey: ['ops', 'parked', service],
    queryFn: async ({ signal }) =>
      body(await ops(service).GET('/v1/ops/parked', { params: { query: { per_page: 100 } }, signal })),
    retry: false,
    staleTime: 0,
    refetchInterval: 10_000,
  });

/** A message with what it says and what came of it. */
export const getParkedMessage = (service: ServiceName, id: string) =>
  queryOptions({
    queryKey: ['ops', 'parked', service, id],
    queryFn: async ({ signal }) => body(await ops(service).GET('/v1/ops/parked/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  });

/** Who decided what about it. */
export const getHistory = (service: ServiceName, id: string) =>
  queryOptions({
    queryKey: ['ops', 'parked', service, id, 'history'],
    queryFn: async ({ signal }) =>
      body(await ops(service).GET('/v1/ops/parked/{id}/history', { params: { path: { id } }, signal })).data,
    staleTime: 0,
  });
