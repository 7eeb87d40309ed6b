import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isUnderWay } from './upload-queue';
import { UploadEngine } from './upload-engine';

let engine: UploadEngine | undefined;

/** One engine for the tab: uploads go on while the photographer looks at other pages. */
export function useUploads() {
  const current = useMemo(() => (engine ??= new UploadEngine()), []);
  const files = useSyncExternalStore(current.subscribe, current.snapshot);
  const busy = files.some(isUnderWay);

  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [busy]);

  return { engine: current, files, busy };
}
