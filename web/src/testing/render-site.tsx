import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Site } from '@/app/providers';
import { session, type SignedIn } from '@/features/session/session';
import { createQueryClient } from '@/lib/query-client';

/** Opens the whole site at an address, as a stranger or as somebody. */
export function renderSite(path: string, user?: Partial<SignedIn>) {
  window.history.pushState(undefined, '', path);
  session.current = user ? { id: 'ben', name: 'Ben Buyer', roles: ['buyer'], expiresAt: Infinity, expired: false, ...user } : undefined;
  const queries = createQueryClient();
  const usual = queries.getDefaultOptions();
  queries.setDefaultOptions({ queries: { ...usual.queries, retry: false }, mutations: { ...usual.mutations, retry: false } });
  render(<Site queries={queries} />);
  return userEvent.setup();
}
