import { createHash } from 'node:crypto';
import type { components as Publication } from '../src/api/publication';
import type { components as Upload } from '../src/api/upload';

export const site = process.env.SAFELIGHT_URL ?? 'http://127.0.0.1:8080';

/** What a story needs to find when it begins. It comes the same way as everything: by the public API. */
export interface Given {
  title: string;
  keywords: string[];
  bytes: Buffer;
}

export async function issuer(): Promise<string> {
  return ((await (await fetch(`${site}/site.json`)).json()) as { issuer: string }).issuer;
}

/** A token for one of the people of the development installation, for an hour or for as many seconds as are given. */
export async function token(name: string, seconds?: number): Promise<string> {
  const form = { grant_type: 'password', client_id: 'safelight-cli', username: name, password: 'safelight' };
  const body = new URLSearchParams({ ...form, ...(seconds ? { lifetime_seconds: String(seconds) } : {}) });
  const response = await fetch(`${await issuer()}/oauth2/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function call<T>(who: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${site}/api/${path}`, {
    method,
    headers: { Authorization: `Bearer ${who}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Sends photos in, has them approved where this installation asks a person, and waits until they are on sale. */
export async function onSale(...photos: Given[]): Promise<string[]> {
  const ana = await token('ana');
  const ids = await Promise.all(photos.map((photo) => send(ana, photo)));
  for (const id of ids) await published(ana, id);
  return ids;
}

async function send(ana: string, { title, keywords, bytes }: Given): Promise<string> {
  const session = await call<Upload['schemas']['UploadView']>(ana, 'POST', 'upload/v1/uploads', {
    fileName: `${title.replaceAll(' ', '_')}.png`,
    contentType: 'image/png',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    title,
    keywords,
  });
  for (const { number, url } of session.parts ?? []) {
    const part = bytes.subarray((number - 1) * session.partBytes, number * session.partBytes);
    await fetch(url, { method: 'PUT', body: new Uint8Array(part) });
  }
  await call(ana, 'POST', `upload/v1/uploads/${session.uploadId}/complete`);
  return session.uploadId;
}

async function published(ana: string, id: string): Promise<void> {
  const mia = await token('mia');
  let decided = false;
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(300)) {
    const state = await stateOf(ana, id);
    if (state === 'PUBLISHED') return;
    if (state === 'MODERATING' && !decided) {
      await call(mia, 'POST', `publication/v1/moderation/${id}`, { decision: 'approve' });
      decided = true;
    }
  }
  throw new Error(`${id} is not on sale after a minute`);
}

/** Lets nobody find what waits for a moderator from a story that was about something else. */
export async function approveAll(): Promise<void> {
  const mia = await token('mia');
  const { data } = await call<{ data: { photoId: string }[] }>(mia, 'GET', 'publication/v1/moderation?per_page=100');
  for (const { photoId } of data) await call(mia, 'POST', `publication/v1/moderation/${photoId}`, { decision: 'approve' });
}

/** Nothing is known of it before its first event has come. */
const stateOf = async (ana: string, id: string): Promise<string | undefined> =>
  (
    await call<Publication['schemas']['PublicationView']>(ana, 'GET', `publication/v1/publications/${id}`).catch(() => undefined)
  )?.state;

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/** How many photos a search finds: what was published is found a moment later. */
export async function found(query: string): Promise<number> {
  const response = await fetch(`${site}/api/search/v1/images/search?query=${encodeURIComponent(query)}`);
  return ((await response.json()) as { total_count: number }).total_count;
}
