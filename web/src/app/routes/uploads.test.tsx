import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const photo = (photoId: string, title: string, state: string, reasons: object[] = []) => ({
  photoId,
  title,
  fileName: `${title}.jpg`,
  state,
  reasons,
  contributorId: 'ana',
  done: true,
  since: '2026-11-22T10:15:30Z',
  uploadedAt: '2026-11-22T10:15:30Z',
});

// jsdom has no workers; nothing is hashed here.
beforeEach(() => {
  vi.stubGlobal(
    'Worker',
    class {
      postMessage() {}
      addEventListener() {}
    },
  );
});

describe('what a photographer has sent', () => {
  it('says why a photo was refused, what to do, and takes the mended file there', async () => {
    server.use(
      http.get('*/api/publication/v1/publications', () =>
        HttpResponse.json({
          data: [
            photo('photo-1', 'Boats', 'REJECTED', [
              { code: 'not-sharp', message: 'The main subject is not sharp.', repair: 'Choose a sharp frame.' },
            ]),
            photo('photo-2', 'Fog', 'PUBLISHED'),
          ],
        }),
      ),
      http.get('*/api/publication/v1/publications/stream', () => new HttpResponse(null, { status: 503 })),
    );
    const user = renderSite('/uploads', { id: 'ana', name: 'Ana', roles: ['photographer'] });
    expect(await screen.findByText('The main subject is not sharp.')).toBeVisible();
    expect(screen.getByText('Choose a sharp frame.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /mended file of “Fog”/ })).not.toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'Choose the mended file of “Boats”' });
    await user.upload(button.parentElement!.querySelector('input')!, new File([], 'boats.jpg', { type: 'image/jpeg' }));
    expect(await screen.findByText('1 file, 0 on sale')).toBeVisible();
  });
});
