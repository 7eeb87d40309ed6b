import { ErrorNotice } from '@/components/ui/notice';

/** When a page itself broke, or its script could not be loaded. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <main id="main">
      <ErrorNotice alone error={error} retry={() => location.reload()} />
    </main>
  );
}
