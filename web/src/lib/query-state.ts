import type { UseQueryResult } from '@tanstack/react-query';

/** It failed the last time. TanStack Query calls it pending again while it is asked once more, if it never had an answer. */
export const hasFailed = ({ isError, isPending, errorUpdateCount }: UseQueryResult<unknown>) =>
  isError || (isPending && errorUpdateCount > 0);

/** It was asked for the first time, and nobody knows yet. */
export const isFirst = (result: UseQueryResult<unknown>) => result.isPending && !hasFailed(result);
