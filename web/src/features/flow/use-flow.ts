import { useQueries } from '@tanstack/react-query';
import { services, type ServiceName } from '@/config/paths';
import { Unreachable } from '@/lib/problem';
import { hasFailed, isFirst } from '@/lib/query-state';
import { getFlow, type MeasuredFlow } from './api/get-flow';
import { flowMap } from './flow-map';

const NOBODY = new Unreachable('No service answers.');

/** The answers of all services joined, each as new as that service is quick. */
export function useFlow() {
  return useQueries({
    queries: services.map((service) => getFlow(service)),
    combine: (results) => {
      const answered = results.flatMap((result, index): [ServiceName, MeasuredFlow][] =>
        result.data && !hasFailed(result) ? [[services[index]!, result.data]] : [],
      );
      return {
        map: flowMap(Object.fromEntries(answered)),
        isPending: results.some(isFirst),
        silent: services.filter((_, index) => hasFailed(results[index]!)),
        error: results.every(hasFailed) ? (results.find(({ error }) => error)?.error ?? NOBODY) : undefined,
        retry: () => results.forEach(({ refetch }) => void refetch()),
      };
    },
  });
}
