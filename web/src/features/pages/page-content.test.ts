import { describe, expect, it } from 'vitest';
import { known, safeHref } from './page-content';

describe('a link of a page', () => {
  it.each(['/search?query=fog', '/', 'https://example.test/a', 'http://example.test/'])('may lead to %s', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each(['javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', '//evil.test', '/\\evil.test', 'https://me@evil.test', 'search', ''])(
    'does not lead to %s',
    (href) => {
      expect(safeHref(href)).toBeUndefined();
    },
  );
});

describe('the blocks of a page', () => {
  it('are those that the site knows', () => {
    expect(known([{ type: 'of tomorrow' }, { type: 'hero' }, { type: 'toString' }])).toEqual([{ type: 'hero' }]);
  });
});
