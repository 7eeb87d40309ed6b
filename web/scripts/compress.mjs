// Files that never change are compressed once and as well as can be, here, and not for every visitor by the gateway.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/** Less than what fits into a packet or two is not worth a second file. */
const LEAST = 1400;

const assets = new URL('../target/classes/META-INF/resources/assets/', import.meta.url);
for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
  const bytes = readFileSync(new URL(name, assets));
  if (bytes.length < LEAST) continue;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(new URL(`${name}.br`, assets), brotliCompressSync(bytes, { params }));
}
