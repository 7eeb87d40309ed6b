import { describe, expect, it } from 'vitest';
import en from './en.json';
import pt from './pt.json';

type Words = { [key: string]: string | Words };

const keys = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`),
  );

// Languages count differently: Portuguese has a form for millions that English lacks.
const singular = (key: string) => key.replace(/_(zero|one|many|other)$/, '');

const variables = (text: string) => [...text.matchAll(/{{(\w+)/g)].map(([, name]) => name).sort();

const at = (words: Words, key: string) =>
  key.split('.').reduce<string | Words>((found, part) => (found as Words)[part]!, words) as string;

describe('the words of the site', () => {
  it('are the same in every language', () => {
    expect([...new Set(keys(pt).map(singular))].sort()).toEqual([...new Set(keys(en).map(singular))].sort());
  });

  it.each(keys(en))('%s speaks of the same things in both', (key) => {
    expect(variables(at(pt, key))).toEqual(variables(at(en, key)));
  });
});
