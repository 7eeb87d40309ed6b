// What makes two photographs look alike, computed where the picture is, so that it need not be sent: the same 120 numbers
// as imaging gives to every photo (see its README), after the colour layout and edge histogram descriptors of MPEG-7
// (ISO/IEC 15938-3, §6.6 and §8.3). A test holds both to each other.

const GRID = 8;
const TERMS_OF_CHANNEL = [15, 10, 10] as const;
/** Colour says more than brightness, which exposure changes. */
const WEIGHT_OF_CHANNEL = [1, 2, 2] as const;
/** Positions in the order of rising frequency. */
const ZIGZAG = [0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4] as const;
const PARTS = 4;
const KINDS = 5;
/** Weaker differences of brightness, in 1/255, are no edge. */
const LEAST_EDGE = 11;
/** Filters for the four pixels of a block, row by row. */
const FILTERS = [
  [1, -1, 1, -1],
  [1, 1, -1, -1],
  [Math.SQRT2, 0, 0, -Math.SQRT2],
  [0, Math.SQRT2, -Math.SQRT2, 0],
  [2, -2, -2, 2],
] as const;

/** Pixels as a canvas has them: red, green, blue, alpha. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** @returns little-endian 32-bit floats in base64 */
export function fingerprint(pixels: Pixels): string {
  const values = unit([...unit(colourLayout(pixels)), ...unit(edgeHistogram(pixels))]);
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, index) => view.setFloat32(4 * index, value, true));
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}

function unit(vector: number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** Where which colours are: the low cosine terms of an 8×8 thumbnail in YCbCr. */
function colourLayout(pixels: Pixels): number[] {
  return thumbnail(pixels).flatMap((channel, index) =>
    ZIGZAG.slice(0, TERMS_OF_CHANNEL[index]).map(
      (at) => WEIGHT_OF_CHANNEL[index]! * term(channel, at % GRID, Math.floor(at / GRID)),
    ),
  );
}

function thumbnail({ width, height, data }: Pixels): number[][] {
  const channels = [0, 1, 2].map(() => new Array<number>(GRID * GRID).fill(0));
  const counts = new Array<number>(GRID * GRID).fill(0);
  const [columns, rows] = [Math.max(width, GRID), Math.max(height, GRID)];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const at = 4 * (Math.floor((y * height) / rows) * width + Math.floor((x * width) / columns));
      const cell = Math.floor((y * GRID) / rows) * GRID + Math.floor((x * GRID) / columns);
      const [red, green, blue] = [data[at]! / 255, data[at + 1]! / 255, data[at + 2]! / 255];
      channels[0]![cell]! += 0.299 * red + 0.587 * green + 0.114 * blue - 0.5;
      channels[1]![cell]! += -0.168736 * red - 0.331264 * green + 0.5 * blue;
      channels[2]![cell]! += 0.5 * red - 0.418688 * green - 0.081312 * blue;
      counts[cell]!++;
    }
  }
  return channels.map((channel) => channel.map((sum, cell) => sum / counts[cell]!));
}

/** One term of the orthonormal two-dimensional cosine transform. */
function term(cells: number[], u: number, v: number): number {
  let sum = 0;
  for (let y = 0; y < GRID; y++)
    for (let x = 0; x < GRID; x++)
      sum += cells[y * GRID + x]! * Math.cos(((2 * x + 1) * u * Math.PI) / 16) * Math.cos(((2 * y + 1) * v * Math.PI) / 16);
  return (sum * (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1)) / 4;
}

/** Which edges are where: blocks of 2×2 pixels sorted by their strongest edge, as square roots of how many there are. */
function edgeHistogram({ width, height, data }: Pixels): number[] {
  const bins = new Array<number>((PARTS * PARTS + 1) * KINDS).fill(0);
  const brightness = (x: number, y: number) => {
    const at = 4 * (y * width + x);
    return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  };
  let blocks = 0;
  for (let y = 0; y + 1 < height; y += 2) {
    for (let x = 0; x + 1 < width; x += 2) {
      blocks++;
      const kind = strongest([brightness(x, y), brightness(x + 1, y), brightness(x, y + 1), brightness(x + 1, y + 1)]);
      if (kind < 0) continue;
      const part = Math.floor((y * PARTS) / height) * PARTS + Math.floor((x * PARTS) / width);
      bins[part * KINDS + kind]!++;
      bins[PARTS * PARTS * KINDS + kind]!++;
    }
  }
  return bins.map((count) => Math.sqrt(count / Math.max(1, blocks)));
}

function strongest(block: readonly number[]): number {
  let [found, best] = [-1, LEAST_EDGE];
  FILTERS.forEach((filter, kind) => {
    const edge = Math.abs(filter.reduce((sum, weight, index) => sum + weight * block[index]!, 0));
    if (edge > best) [found, best] = [kind, edge];
  });
  return found;
}
