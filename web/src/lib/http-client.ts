import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as CatalogPaths } from '@/api/catalog';
import type { paths as NotificationPaths } from '@/api/notification';
import type { paths as PublicationPaths } from '@/api/publication';
import type { paths as PurchasePaths } from '@/api/purchase';
import type { paths as SearchPaths } from '@/api/search';
import type { paths as UploadPaths } from '@/api/upload';
import { paths, type ServiceName } from '@/config/paths';
import { answeredEarly } from './answered-early';
import { Problem, Unreachable } from './problem';

type TokenSource = (patient: boolean) => Promise<string | undefined>;

let token: TokenSource = () => Promise.resolve(undefined);

/** What they show is for everybody: nobody waits there for a sign-in. */
const PUBLIC: readonly string[] = ['catalog', 'search'];

/** Says where the caller's token comes from. Without it every call is a stranger's. */
export function authoriseWith(source: TokenSource): void {
  token = source;
}

const bearer = (patient: boolean): Middleware => ({
  async onRequest({ request }) {
    const current = await token(patient);
    if (current) request.headers.set('Authorization', `Bearer ${current}`);
    return request;
  },
});

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError({ error }) {
    return error instanceof Problem ? error : new Unreachable('The server could not be reached.', { cause: error });
  },
};

function client<Paths extends object>(service: Parameters<typeof paths.service>[0]) {
  const made = createClient<Paths>({
    baseUrl: new URL(paths.service(service), location.origin).toString(),
    querySerializer: { array: { style: 'form', explode: false } },
    // Looked up at each call, so that a test may stand in the middle.
    fetch: (request) => answeredEarly(request) ?? globalThis.fetch(request),
  });
  made.use(bearer(!PUBLIC.includes(service)), problems);
  return made;
}

export const catalog = client<CatalogPaths>('catalog');
export const notification = client<NotificationPaths>('notification');
export const publication = client<PublicationPaths>('publication');
export const purchase = client<PurchasePaths>('purchase');
export const search = client<SearchPaths>('search');
export const upload = client<UploadPaths>('upload');

/** What every service has for operators; the descriptions are the same in each. */
type OperatorsPaths = Pick<
  CatalogPaths,
  | '/v1/ops/audit'
  | '/v1/ops/flow'
  | '/v1/ops/parked'
  | '/v1/ops/parked/{id}'
  | '/v1/ops/parked/{id}/discard'
  | '/v1/ops/parked/{id}/history'
  | '/v1/ops/parked/{id}/redrive'
  | '/v1/ops/rights'
>;

const operators = new Map<ServiceName, ReturnType<typeof client<OperatorsPaths>>>();

/** What a service has for operators. */
export function ops(service: ServiceName) {
  const known = operators.get(service) ?? client<OperatorsPaths>(service);
  operators.set(service, known);
  return known;
}

/**
 * Opens a stream of events that goes on after the last one that was seen.
 * @throws Problem if the service refuses, Unreachable if nobody answers
 */
export async function openStream(service: ServiceName, path: string, last: string | undefined, signal: AbortSignal): Promise<Response> {
  const current = await token(false);
  const response = await globalThis
    .fetch(new URL(paths.service(service) + path, location.origin), {
      signal,
      cache: 'no-store',
      headers: {
        Accept: 'text/event-stream, application/problem+json',
        ...(current ? { Authorization: `Bearer ${current}` } : {}),
        ...(last ? { 'Last-Event-ID': last } : {}),
      },
    })
    .catch((reason: unknown) => {
      throw new Unreachable('The server could not be reached.', { cause: reason });
    });
  if (!response.ok) throw await Problem.of(response);
  return response;
}

/** The body of an answer that the client has already found to be a good one. */
export function body<T>({ data }: { data?: T }): T {
  if (data === undefined) throw new Problem(502, 'empty-answer', 'The server sent an empty answer. Try again.');
  return data;
}
