// One worker of sharp: a line in is a picture to make a set of, a line out is its bytes.
//   node sharp-worker.mjs <idiomatic|tuned> <optimised|standard>
//   in: <file> TAB <folder to write the set to, or -> TAB <marked|unmarked>
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import sharp from 'sharp';

const [way, huffman] = process.argv.slice(2);
sharp.cache(false);
sharp.concurrency(1);

const sizes = [
  { name: 'full', side: 0, quality: 92 },
  { name: 'p2500', side: 2500, quality: 90 },
  { name: 'w1600', side: 1600, quality: 85, marked: true },
  { name: 'p1000', side: 1000, quality: 90 },
  { name: 'w800', side: 800, quality: 82, marked: true },
  { name: 'w320', side: 320, quality: 80, marked: true },
];
const jpeg = (quality) => ({ quality, optimiseCoding: huffman === 'optimised' });
const tile = await sharp(
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128"><path d="M8 96 L56 40 L104 96" stroke="white" stroke-opacity=".45" stroke-width="6" fill="none"/></svg>'),
).png().toBuffer();
const mark = [{ input: tile, tile: true }];

// What the documentation shows: a pipeline for each size.
async function idiomatic(file, marked) {
  const original = await readFile(file);
  const set = [];
  for (const { name, side, quality, ...size } of sizes) {
    let pipeline = sharp(original).rotate();
    if (side) {
      pipeline = pipeline.resize(side, side, { fit: 'inside', withoutEnlargement: true });
    }
    if (size.marked && marked) {
      pipeline = pipeline.composite(mark);
    }
    set.push({ name, bytes: await pipeline.jpeg(jpeg(quality)).toBuffer() });
  }
  return set;
}

// The fastest that we could make of it: decoded once, each size of the next larger one.
async function tuned(file, marked) {
  const original = await readFile(file);
  const raw = ({ width, height, channels }) => ({ raw: { width, height, channels } });
  let { data, info } = await sharp(original).rotate().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const longest = Math.max(info.width, info.height);
  const { width, height } = info;
  const set = [];
  for (const { name, side, quality, ...size } of sizes) {
    if (side && side < longest) {
      const scale = side / longest;
      ({ data, info } = await sharp(data, raw(info))
        .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
        .raw()
        .toBuffer({ resolveWithObject: true }));
    }
    let pipeline = sharp(data, raw(info));
    if (size.marked && marked) {
      pipeline = pipeline.composite(mark);
    }
    set.push({ name, bytes: await pipeline.jpeg(jpeg(quality)).toBuffer() });
  }
  return set;
}

const make = { idiomatic, tuned }[way];
console.log(`ready sharp ${sharp.versions.sharp} libvips ${sharp.versions.vips}`);
for await (const line of createInterface({ input: process.stdin })) {
  const [file, folder, marked] = line.split('\t');
  const set = await make(file, marked === 'marked');
  if (folder !== '-') {
    await Promise.all(set.map(({ name, bytes }) => writeFile(join(folder, `${name}.jpg`), bytes)));
  }
  console.log(`${set.reduce((sum, { bytes }) => sum + bytes.length, 0)}`);
}
