import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** A refusal stays a refusal; only what may pass is tried again. */
const mayPass = (error: Error) => !(error instanceof Problem) || error.status >= 500 || error.status === 429;

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Without a network the page says so at once, and asks again when it is back: whoever asks always is taken for
        // somebody who does not need to, unless this is said.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => navigator.onLine && failures < 3 && mayPass(error),
      },
      mutations: { retry: (failures, error) => failures < 2 && mayPass(error), networkMode: 'always' },
    },
  });
