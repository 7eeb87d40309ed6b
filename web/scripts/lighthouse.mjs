// Measures home, search and a photo of the system that runs with Lighthouse, and fails below what is promised. Lighthouse is
// fetched when it is asked for: it is larger than everything else here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';

const VERSION = '12.8.2';
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };
const METRICS = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'speed-index': 'SI',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
};
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

const site = process.env.SAFELIGHT_URL ?? 'http://127.0.0.1:8080';
// A phone on a slow line, as Lighthouse has it by itself, or "desktop".
const preset = process.argv.includes('desktop') ? ['--preset=desktop'] : [];
const folder = new URL('../target/lighthouse/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const { data } = await (await fetch(`${site}/api/search/v1/images/search?per_page=12`)).json();
const pages = { home: '/', search: '/search', photo: `/photos/${data[0]?.id}` };

// What a service does for the first time after its start is no measure of what people wait for.
for (let time = 0; time < 20; time++) {
  for (const path of Object.values(pages)) await (await fetch(site + path)).text();
  const asked = ['catalog/v1/pages/home', 'search/v1/images/search?per_page=60', 'search/v1/images/trends?limit=8',
    `catalog/v1/photos/${data[0]?.id}`, `search/v1/images/${data[0]?.id}/similar`];
  await Promise.all(asked.map(async (path) => (await fetch(`${site}/api/${path}`)).text()));
  await Promise.all(data.flatMap(({ urls }) => Object.values(urls)).map(async (url) => (await fetch(new URL(url, site))).arrayBuffer()));
}

let missed = false;
for (const [name, path] of Object.entries(pages)) {
  const report = `${folder}${name}${preset.length > 0 ? '-desktop' : ''}.json`;
  const { status } = spawnSync(
    'npm',
    ['exec', '--yes', `--package=lighthouse@${VERSION}`, '--', 'lighthouse', site + path, '--quiet', '--output=json', `--output-path=${report}`,
      `--only-categories=${Object.keys(LEAST)}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu', ...preset],
    { stdio: 'inherit', env: { CHROME_PATH: process.env.SAFELIGHT_BROWSER ?? BROWSERS.find((place) => existsSync(place)), ...process.env } },
  );
  if (status !== 0) process.exit(status ?? 1);
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  const scores = Object.entries(LEAST).map(([category, least]) => {
    const score = Math.round(categories[category].score * 100);
    missed ||= score < least;
    return `${category} ${score}${score < least ? ` (less than ${least})` : ''}`;
  });
  const metrics = Object.entries(METRICS).map(([audit, short]) => `${short} ${audits[audit].displayValue}`);
  console.log(`${name}: ${scores.join(', ')} (${metrics.join(', ')})`);
}
process.exit(missed ? 1 : 0);
