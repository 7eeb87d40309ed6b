// Before the first paint. One file, as each costs a visitor on a slow line a round trip.

// Nobody who chose the dark sees a white flash. A choice of looks, and no more, is kept.
try {
  const theme = localStorage.getItem('safelight.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  // The site's own letters have come during an earlier visit: see src/lib/letters.ts.
  if (localStorage.getItem('safelight.letters')) document.documentElement.dataset.letters = '';
} catch {
  // Storage is switched off: the system's choice holds.
}

// What the page that somebody arrives at is going to ask for is asked for while its script is still on its way. The client of
// src/lib/http-client.ts takes an answer from here instead of asking again; nobody else does, and not for long.
const answers = new Map();
globalThis.askedEarly = answers;

/** A stranger's question only: what is shown to people who have signed in may be another thing. */
function ask(path) {
  const answer = fetch(location.origin + path).catch(() => undefined);
  answers.set(path, answer);
  return answer;
}

/** Begins with the picture before the page is there to show it, and in the size that it will show. */
async function askForPreview(answer) {
  const photo = await (await answer)?.clone().json();
  if (!photo?.previews) return;
  const image = new Image();
  image.fetchPriority = 'high';
  image.sizes = '(min-width: 64rem) 62vw, 100vw';
  image.srcset = photo.previews.map(({ url, width }) => `${url} ${width}w`).join(', ');
}

/** The first of the photos that were found, in the size that stands in the first row of a grid on most windows. */
async function askForFirst(answer) {
  const found = await (await answer)?.clone().json();
  const [first] = found?.data ?? [];
  if (!first?.urls.small) return;
  const image = new Image();
  image.fetchPriority = 'high';
  image.src = first.urls.small;
}

function askFor({ pathname, search }) {
  const [, photo] = /^\/photos\/([\w-]+)$/.exec(pathname) ?? [];
  if (photo) void askForPreview(ask(`/api/catalog/v1/photos/${photo}`)).catch(() => undefined);
  if (pathname === '/') {
    ask('/api/catalog/v1/pages/home');
    ask('/api/search/v1/images/search?sort=newest&per_page=60');
  }
  if (pathname === '/search' && search === '') void askForFirst(ask('/api/search/v1/images/search?per_page=60')).catch(() => undefined);
}

try {
  if (!sessionStorage.getItem('safelight.access_token')) askFor(location);
} catch {
  // Storage is switched off: the page asks for itself.
}
// Languages, as the browser knows them, take it a while when they are first asked for, and everything shown has numbers, money or dates.
// Now it waits for the line anyway; the script will have enough to do.
globalThis.requestIdleCallback?.(() => [Intl.NumberFormat, Intl.DateTimeFormat].forEach((format) => format.supportedLocalesOf('en')));

// What nobody took by then was not for this page, and grows old.
setTimeout(() => answers.clear(), 10_000);
