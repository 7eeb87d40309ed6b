declare global {
  /** Of public/early.js: what was asked before this script had come, by path and query. */
  var askedEarly: Map<string, Promise<Response | undefined>> | undefined;
}

/**
 * An answer that was asked for before there was anybody to take it. It is given once: whoever asks again wants what is true then.
 * @returns undefined if nobody has asked
 */
export function answeredEarly(request: Request): Promise<Response> | undefined {
  if (request.method !== 'GET' || request.headers.has('Authorization')) return undefined;
  const { pathname, search } = new URL(request.url);
  const answer = globalThis.askedEarly?.get(pathname + search);
  globalThis.askedEarly?.delete(pathname + search);
  // What nobody answered, or a server in trouble, is asked for once more.
  return answer?.then((response) => (response && response.status < 500 ? response : globalThis.fetch(request)));
}
