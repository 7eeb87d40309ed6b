import { describe, expect, it } from 'vitest';
import { fingerprint, type Pixels } from './fingerprint';

/** What imaging's PhotoLook gave for the very same pixels. */
const OF_IMAGING =
  '21/vvRW8Lr71DF6+gOuIPLj6vzy/N9S85TQ/vYpplzx/7Ve8R6zuvPaWlbykXes7xGcwvMo2PDzb13g86zJHvhYGgD0ji4g9RXS+vP6mEL1vy5S7I6bLvdHUQz2AswA7rFfGPIZGZz5OF8q+WYOrPhEszL2CUDO9fsxsvZcWhz36xU+95AZDPTWALzwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEpR2j0AAAAAAAAAAA+xBT4AAAAAAAAAAAAAAAAAAAAAsl+aPQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACyX5o9AAAAAEpR2j0AAAAAAAAAAAAAAAAAAAAAAAAAAEpR2j1KUdo9AAAAAAAAAABdmCw+AAAAAAAAAAAAAAAAAAAAAAAAAACyX5o9AAAAAAAAAAAAAAAASlHaPQAAAAAPsQU+AAAAAAAAAAAPsQU+sl+aPQAAAAAAAAAAAAAAALJfGj4AAAAAAAAAAAAAAAAAAAAAAAAAALJfmj0AAAAAAAAAAAAAAABdmCw+AAAAAAAAAAAAAAAAAAAAAEpR2j0AAAAAsl+aPQAAAAAAAAAAD7EFPl2YLD5KUVo+sl+aPQAAAACSYtM+';

function picture(): Pixels {
  const [width, height] = [64, 48];
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let rgb = [(x * 4) & 255, (y * 5) & 255, ((x * y) >> 2) & 255];
      if ((x - 40) ** 2 + (y - 20) ** 2 < 150) rgb = [230, 40, 30];
      if (x > 5 && x < 12) rgb = [12, 12, 12];
      data.set([...rgb, 255], 4 * (y * width + x));
    }
  }
  return { width, height, data };
}

const floats = (base64: string) =>
  new Float32Array(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer);

describe('the fingerprint of a picture', () => {
  it('is what imaging computes of the same pixels', () => {
    const [ours, theirs] = [floats(fingerprint(picture())), floats(OF_IMAGING)];
    expect(ours).toHaveLength(120);
    ours.forEach((value, index) => expect(value).toBeCloseTo(theirs[index]!, 6));
  });

  it('has the length 1, also of a picture of one pixel', () => {
    for (const pixels of [picture(), { width: 1, height: 1, data: new Uint8ClampedArray([200, 10, 10, 255]) }]) {
      const length = floats(fingerprint(pixels)).reduce((sum, value) => sum + value * value, 0);
      expect(length).toBeCloseTo(1, 5);
    }
  });
});
