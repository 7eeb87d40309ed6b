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

const { data } = await (await fetch(`${site}/api/search/v1/images/search?per_page=1`)).json();
const pages = { home: '/', search: '/search', photo: `/photos/${data[0]?.id}` };

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
