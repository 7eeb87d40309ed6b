import { useQueries } from '@tanstack/react-query';
import { services, type ServiceName } from '@/config/paths';
import { getFlow, type MeasuredFlow } from './api/get-flow';
import { flowMap, type Answers } from './flow-map';

/** The answers of all services joined, each as new as that service is quick. */
export function useFlow() {
  return useQueries({
    queries: services.map((service) => getFlow(service)),
    combine: (results) => {
      const answered = results.flatMap(({ data, isError }, index): [ServiceName, MeasuredFlow][] =>
        data && !isError ? [[services[index]!, data]] : [],
      );
      return {
        map: flowMap(Object.fromEntries(answered)),
        isPending: results.some(({ isPending }) => isPending),
        silent: services.filter((_, index) => results[index]!.isError),
        error: results.every(({ isError }) => isError) ? results[0]?.error : undefined,
        retry: () => results.forEach(({ refetch }) => void refetch()),
      };
    },
  });
}
