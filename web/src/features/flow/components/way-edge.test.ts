import { expect, it } from 'vitest';
import { dotsFor } from './way-edge';

it.each([
  [0, 0],
  [0.01, 1],
  [1, 2],
  [4, 4],
  [1000, 6],
])('%s messages a second are shown by %s dots', (rate, dots) => {
  expect(dotsFor(rate)).toBe(dots);
});
