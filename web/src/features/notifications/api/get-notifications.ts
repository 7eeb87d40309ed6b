import { infiniteQueryOptions } from '@tanstack/react-query';
import type { components } from '@/api/notification';
import { body, notification } from '@/lib/http-client';

export type Notification = components['schemas']['Notification'];

export const getNotifications = () =>
  infiniteQueryOptions({
    queryKey: ['notification', 'inbox'],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await notification.GET('/v1/notifications', {
          params: { query: { per_page: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    // They are told as they come; this is for those whom nobody can tell.
    refetchInterval: 60_000,
  });
