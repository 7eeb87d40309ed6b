import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSession } from '@/features/session/use-session';
import { useEventStream } from '@/lib/use-event-stream';
import { afterStep, type Mine, type Step } from './live-steps';

/** Hundreds of photos may take a step in the same second. */
const TOGETHER = 400;

/**
 * A photographer sees each step of their photos as it happens.
 * @returns whether steps are told just now; if not, one has to ask
 */
export function useLiveSteps(): boolean {
  const queries = useQueryClient();
  const { user, has } = useSession();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const readAnew = () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['publication', 'mine'] }), TOGETHER);
  };

  return useEventStream(
    'publication',
    '/v1/publications/stream',
    user && !user.expired && has('photographer') ? user.id : undefined,
    ({ type, data }) => {
      if (type !== 'step') return void queries.invalidateQueries({ queryKey: ['publication'] });
      const step = data as Step;
      const mine = queries.getQueryData<Mine>(['publication', 'mine']);
      const after = mine && afterStep(mine, step);
      if (after === undefined) readAnew();
      else if (after !== mine) queries.setQueryData(['publication', 'mine'], after);
      void queries.invalidateQueries({ queryKey: ['publication', 'one', step.photoId] });
    },
  );
}
