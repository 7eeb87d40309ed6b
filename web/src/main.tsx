import '@/styles/fonts.css';
import '@/styles/tokens.css';
import '@/styles/base.css';
import '@/styles/shell.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Site } from '@/app/providers';
import { session } from '@/features/session/session';
import { startI18n } from '@/i18n';
import { authoriseWith } from '@/lib/http-client';
import { fetchLetters } from '@/lib/letters';
import { createQueryClient } from '@/lib/query-client';

const queries = createQueryClient();
authoriseWith((patient) => session.token(patient));
// What somebody may see changes with who they are.
session.subscribe((user) => {
  if (!user?.expired) void queries.invalidateQueries();
});

await startI18n();
// In slices, between which the browser may do what the visitor asks for: nobody's first tap waits for all of the page.
startTransition(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Site queries={queries} />
    </StrictMode>,
  ),
);
// A stranger sees the site just as well: nobody waits for the identity provider.
void session.restore().catch(() => undefined);
fetchLetters();
