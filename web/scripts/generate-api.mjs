// The services' own descriptions become types: nothing about the API is written by hand.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../../contracts/openapi/', import.meta.url);
const to = new URL('../src/api/', import.meta.url);

mkdirSync(to, { recursive: true });
for (const file of readdirSync(from).filter((name) => name.endsWith('.json'))) {
  const types = astToString(await openapiTS(JSON.parse(readFileSync(new URL(file, from), 'utf8'))));
  writeFileSync(new URL(file.replace('.json', '.d.ts'), to), types);
}
