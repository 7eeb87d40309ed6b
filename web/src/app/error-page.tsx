import { useEffect } from 'react';
import { ErrorNotice } from '@/components/ui/notice';

/** When a page itself broke, or its script could not be loaded. Without a network it waits for one. */
export function ErrorPage({ error }: { error: unknown }) {
  useEffect(() => {
    if (navigator.onLine) return;
    const again = () => location.reload();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  return (
    <main id="main">
      <ErrorNotice alone error={error} retry={() => location.reload()} />
    </main>
  );
}
