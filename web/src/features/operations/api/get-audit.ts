import { infiniteQueryOptions } from '@tanstack/react-query';
import { services, type ServiceName } from '@/config/paths';
import { body, ops } from '@/lib/http-client';
import type { AuditPage } from '../audit-log';

/** Where each service's log goes on; a service that is not named has told everything. */
type Cursors = Readonly<Partial<Record<ServiceName, string>>>;

const START: Cursors = Object.fromEntries(services.map((service) => [service, '']));

/** All services' logs, page by page. One that does not answer keeps nobody from reading the others. */
export const getAudit = () =>
  infiniteQueryOptions({
    queryKey: ['ops', 'audit'],
    queryFn: ({ pageParam, signal }) =>
      Promise.all(
        Object.entries(pageParam).map(async ([name, cursor]): Promise<AuditPage> => {
          const service = name as ServiceName;
          try {
            const query = { per_page: 50, ...(cursor ? { cursor } : {}) };
            const page = body(await ops(service).GET('/v1/ops/audit', { params: { query }, signal }));
            return { service, entries: page.data, ...(page.next_cursor ? { next: page.next_cursor } : {}) };
          } catch {
            return { service, entries: [], silent: true };
          }
        }),
      ),
    initialPageParam: START,
    getNextPageParam: (last) => {
      const more = last.flatMap(({ service, next }) => (next ? [[service, next] as const] : []));
      return more.length > 0 ? (Object.fromEntries(more)) : undefined;
    },
    staleTime: 0,
  });
