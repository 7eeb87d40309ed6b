// How much script a visitor loads before the site can be used: all that its page names, which is all that is imported at once.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 200_000;
const site = new URL('../target/classes/META-INF/resources/', import.meta.url);
const page = readFileSync(new URL('index.html', site), 'utf8');

const sizes = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)]
  .map(([, file]) => [file, gzipSync(readFileSync(new URL(file, site))).length])
  .sort((one, other) => other[1] - one[1]);
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
sizes.forEach(([file, bytes]) => console.log(`${String(bytes).padStart(8)}  ${file}`));
console.log(`${String(total).padStart(8)}  bytes of script, compressed, for the first page (limit ${LIMIT})`);
// A page without script is one that this file no longer understands.
if (total > LIMIT || sizes.length < 2) process.exit(1);
