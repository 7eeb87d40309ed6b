// Files that never change are compressed once and as well as can be, here, and not for every visitor by the gateway.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Less than what fits into a packet or two is not worth a second file. */
const LEAST = 1400;
const CODINGS = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
};

const assets = new URL('../target/classes/META-INF/resources/assets/', import.meta.url);
for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
  const bytes = readFileSync(new URL(name, assets));
  if (bytes.length < LEAST) continue;
  for (const [ending, compressed] of Object.entries(CODINGS)) writeFileSync(new URL(`${name}.${ending}`, assets), compressed(bytes));
}
