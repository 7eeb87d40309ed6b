import { describe, expect, it } from 'vitest';
import { minorUnits } from './pack-wish';

describe('a price as people write it', () => {
  it.each([
    ['39', 'EUR', 3900],
    ['39.9', 'EUR', 3990],
    ['39,90', 'EUR', 3990],
    [' 0.05 ', 'EUR', 5],
    ['500', 'JPY', 500],
  ])('%s %s is %i', (price, currency, amount) => {
    expect(minorUnits(price, currency)).toBe(amount);
  });

  it.each(['', '0', '0.00', '-1', '1.234', 'free', '1e9', '12345678901', '1 000'])('%s is none', (price) => {
    expect(minorUnits(price, 'EUR')).toBeUndefined();
  });
});
