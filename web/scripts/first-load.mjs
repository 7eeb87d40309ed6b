// How much script a visitor loads before the home page can be used: the entry, which has it, and what it imports at once.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 200_000;
const site = new URL('../target/classes/META-INF/resources/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', site), 'utf8'));

const seen = new Set();
const visit = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  manifest[key].imports?.forEach(visit);
};
visit('index.html');

const sizes = [...seen]
  .map((key) => manifest[key].file)
  .filter((file) => file.endsWith('.js'))
  .map((file) => [file, gzipSync(readFileSync(new URL(file, site))).length])
  .sort((one, other) => other[1] - one[1]);
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
sizes.forEach(([file, bytes]) => console.log(`${String(bytes).padStart(8)}  ${file}`));
console.log(`${String(total).padStart(8)}  bytes of script, compressed, for the home page (limit ${LIMIT})`);
if (total > LIMIT) process.exit(1);
