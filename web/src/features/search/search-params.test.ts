import { describe, expect, it } from 'vitest';
import { isAsking, readSearchParams } from './search-params';

describe('the address of a search', () => {
  it('keeps words, colour, shape, category and order', () => {
    const params = { query: 'sea', color: '1f4e79', orientation: 'vertical', category: 'nature', sort: 'newest' };
    expect(readSearchParams(params)).toEqual(params);
  });

  it('reads words that look like a number as words', () => {
    expect(readSearchParams({ query: 1984 })).toEqual({ query: '1984' });
  });

  it.each([{ color: 'red' }, { orientation: 'sideways' }, { sort: 'price' }, { query: '   ' }, { query: ['a'] }])(
    'leaves out what makes no sense: %j',
    (given) => expect(readSearchParams(given)).toEqual({}),
  );

  it('does not call an order alone a question', () => {
    expect(isAsking({ sort: 'newest' })).toBe(false);
    expect(isAsking({ color: 'ffffff' })).toBe(true);
  });
});
