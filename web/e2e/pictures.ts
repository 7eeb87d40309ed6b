import { deflateSync } from 'node:zlib';

/** A PNG of two colours that nobody has sent before: small, real, and different each time. */
export function picture(width = 640, height = 480): Buffer {
  const [one, other] = [colour(), colour()];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      (Math.hypot(x - width / 2, y - height / 2) < height / 3 ? one : other).copy(rows, y * (1 + width * 3) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([...be(width), ...be(height), 8, 2, 0, 0, 0])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colour = () => Buffer.from(Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)));

const be = (value: number) => [value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 0xff);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([Buffer.from(be(data.length)), body, Buffer.from(be(crc(body)))]);
}

/** CRC-32 of the PNG specification, annex D. */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
