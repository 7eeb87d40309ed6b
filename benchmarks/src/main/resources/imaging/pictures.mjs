// Makes the pictures of the benchmark: mosaics of the photographs of a folder.
//   node pictures.mjs <folder of photographs> <folder to write to>
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const [photos, out] = process.argv.slice(2);
sharp.cache(false);
sharp.concurrency(1);

const sources = await Promise.all(
  readdirSync(photos)
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map(async (name) => {
      const { width, height } = await sharp(join(photos, name)).metadata();
      return { file: join(photos, name), width, height };
    }),
);
// The largest first: the fewer seams, the more a mosaic is like a photograph.
sources.sort((a, b) => b.width * b.height - a.width * a.height);

async function mosaic(width, height) {
  const parts = [];
  let next = 0;
  for (let top = 0; top < height; ) {
    let shelf = Infinity;
    const row = [];
    for (let left = 0; left < width; ) {
      const source = sources[next++ % sources.length];
      row.push({ source, left, top });
      left += source.width;
      shelf = Math.min(shelf, source.height);
    }
    for (const { source, left } of row) {
      const area = { left: 0, top: 0, width: Math.min(source.width, width - left), height: Math.min(shelf, height - top) };
      parts.push({ input: await sharp(source.file).toColourspace('srgb').removeAlpha().extract(area).png({ compressionLevel: 1 }).toBuffer(), left, top });
    }
    top += shelf;
  }
  const canvas = { create: { width, height, channels: 3, background: '#808080' }, limitInputPixels: false };
  return sharp(canvas).composite(parts).removeAlpha().raw().toBuffer();
}

const kinds = [
  ['12mp', 4288, 2848, (p) => p],
  ['20mp', 5472, 3648, (p) => p],
  ['24mp', 6000, 4000, (p) => p],
  ['24mp-odd', 6001, 4001, (p) => p],
  ['24mp-444', 6000, 4000, (p) => p, { chromaSubsampling: '4:4:4' }],
  ['24mp-p3', 6000, 4000, (p) => p.withIccProfile('p3')],
  ['24mp-progressive', 6000, 4000, (p) => p, { progressive: true }],
  ['24mp-rotated', 6000, 4000, (p) => p.withMetadata({ orientation: 6 })],
  ['50mp', 8660, 5774, (p) => p],
  ['50mp-444', 8660, 5774, (p) => p, { chromaSubsampling: '4:4:4' }],
];
let pixels;
let made;
for (const [name, width, height, adapt, options] of kinds) {
  const file = join(out, `${name}.jpg`);
  if (existsSync(file)) {
    continue;
  }
  if (made !== `${width}x${height}`) {
    pixels = await mosaic(width, height);
    made = `${width}x${height}`;
  }
  await adapt(sharp(pixels, { raw: { width, height, channels: 3 } })).jpeg({ quality: 95, ...options }).toFile(file);
}
