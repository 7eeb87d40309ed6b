import { act, render, screen } from '@testing-library/react';
import { Component, Suspense, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { lazyPage } from './lazy-page';

class Names extends Component<{ children: ReactNode }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <p>{this.state.error.name}</p> : this.props.children;
  }
}

describe('a page whose script comes later', () => {
  it('speaks of the connection when there is none, and does not reload the site for it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const Page = lazyPage<{ default: () => ReactNode }>(() =>
      Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/search.js')),
    );
    await act(async () => {
      render(
        <Names>
          <Suspense>
            <Page />
          </Suspense>
        </Names>,
      );
      await Promise.resolve();
    });
    expect(screen.getByText('Unreachable')).toBeVisible();
    expect(sessionStorage).toHaveLength(0);
  });
});
