import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '@/features/session/use-session';
import { useEventStream } from '@/lib/use-event-stream';

/** Whoever is signed in reads what is new as it comes. */
export function useLiveNotifications(): void {
  const queries = useQueryClient();
  const { user } = useSession();
  useEventStream('notification', '/v1/notifications/stream', user && !user.expired ? user.id : undefined, () => {
    void queries.invalidateQueries({ queryKey: ['notification'] });
  });
}
