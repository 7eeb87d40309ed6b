import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** A disc before a ground: small, real, and different each time, since nobody has sent its last pixel before. */
export function picture(disc: Colour, ground: Colour, width = 960, height = 640): Buffer {
  return png(width, height, 6, (x, y) => {
    const near = Math.hypot(x - width / 2, y - height / 2) / (Math.min(width, height) / 2.6);
    const [from, shade] = near < 1 ? [disc, 1 - near * 0.25] : [ground, 1 - (y / height) * 0.35];
    return from.map((value) => value * shade) as unknown as Colour;
  });
}

/** One whose file is large: more than two parts of 8 MiB, as nothing in it is compressed. */
export const largePicture = (): Buffer =>
  png(3200, 2100, 0, (x, y) => [60 + (x / 3200) * 160, 40 + (y / 2100) * 120, 90 + (x + y) / 60]);

function png(width: number, height: number, level: number, at: (x: number, y: number) => Colour): Buffer {
  const stride = 1 + width * 3;
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) at(x, y).forEach((value, part) => (rows[y * stride + 1 + x * 3 + part] = value));
  for (let part = 1; part <= 3; part++) rows[rows.length - part] = Math.floor(Math.random() * 256);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** W3C PNG, §5.3. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
