// What Maven calls: fetches the packages when the lock has changed since the last time, then runs the named scripts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.safelight-lock';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`npm is needed to build the site, and could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(stamp, lock);
}
process.argv.slice(2).forEach((script) => npm('run', '--silent', script));
