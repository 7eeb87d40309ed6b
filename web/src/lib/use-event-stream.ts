import { useEffect, useEffectEvent, useState } from 'react';
import type { ServiceName } from '@/config/paths';
import { EventStream, type StreamEvent } from './event-stream';

/**
 * Listens while the component is there.
 * @param who whose events; nobody's if undefined
 * @returns whether events come by themselves just now; if not, one has to ask
 */
export function useEventStream(
  service: ServiceName,
  path: string,
  who: string | undefined,
  onEvent: (event: StreamEvent) => void,
): boolean {
  const [live, setLive] = useState(false);
  const heard = useEffectEvent(onEvent);
  useEffect(() => {
    if (who === undefined) return;
    const stream = new EventStream(service, path, { onEvent: (event) => heard(event), onLive: setLive });
    stream.open();
    return () => {
      stream.close();
      setLive(false);
    };
  }, [service, path, who]);
  return live;
}
