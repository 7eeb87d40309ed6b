import { describe, expect, it } from 'vitest';
import { aFlow, aTypeOfMessage } from '@/testing/builders';
import { RateMeter } from './rates';

const at = (seconds: number, handled: number, instance = 'i-1') =>
  aFlow('catalog', {
    instance,
    at: new Date(Date.UTC(2026, 10, 22) + seconds * 1000).toISOString(),
    types: [aTypeOfMessage({ type: 'list-photo.v1', handled })],
  });

describe('the rates of messages', () => {
  it('are unknown at first', () => {
    expect(new RateMeter().rates(at(0, 500))).toEqual({});
  });

  it('are what was handled since, by the second', () => {
    const meter = new RateMeter();
    meter.rates(at(0, 500));
    expect(meter.rates(at(5, 520))).toEqual({ 'list-photo.v1': 4 });
  });

  it('fall to nothing when nothing comes any more', () => {
    const meter = new RateMeter();
    meter.rates(at(0, 500));
    meter.rates(at(5, 520));
    expect(meter.rates(at(14, 520))['list-photo.v1']).toBe(0);
  });

  it('do not compare one instance with another', () => {
    const meter = new RateMeter();
    meter.rates(at(0, 500, 'i-1'));
    expect(meter.rates(at(5, 3, 'i-2'))).toEqual({});
    expect(meter.rates(at(10, 510, 'i-1'))).toEqual({ 'list-photo.v1': 1 });
  });
});
