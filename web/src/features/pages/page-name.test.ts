import { describe, expect, it } from 'vitest';
import { pageName } from './page-name';

describe('the name of a page', () => {
  it.each([
    ['About us', 'about-us'],
    ['Über uns!', 'uber-uns'],
    ['São João — 2026', 'sao-joao-2026'],
    ['  --  ', ''],
    ['写真', ''],
  ])('of “%s” is “%s”', (title, name) => {
    expect(pageName(title)).toBe(name);
  });
});
