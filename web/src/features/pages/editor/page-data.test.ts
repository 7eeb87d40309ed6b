import { describe, expect, it } from 'vitest';
import { fallback, type PageContent } from '../page-content';
import { fromData, toData } from './page-data';

const page: PageContent = {
  title: 'Home',
  blocks: [
    { type: 'text', id: 't', heading: 'Hi', text: 'You', linkLabel: 'Go', linkHref: '/search' },
    { type: 'mosaic', id: 'm', heading: '', photoIds: ['p1', 'p2'] },
  ],
};

describe('a page in the editor', () => {
  it('comes back as it went in', () => {
    expect(fromData(toData(page))).toEqual(page);
    expect(fromData(toData(fallback))).toEqual(fallback);
  });

  it('brings nothing with it that the catalogue does not know', () => {
    const data = toData(page);
    Object.assign(data.content[0]!.props as object, { editMode: true });
    data.content.push({ type: 'of another editor', props: { id: 'x' } });
    expect(fromData(data)).toEqual(page);
  });

  it('has a value for everything that was never touched', () => {
    expect(fromData({ root: { props: {} }, content: [{ type: 'trends', props: { id: 'x' } }] })).toEqual({
      title: '',
      blocks: [{ type: 'trends', id: 'x', heading: '', limit: 8 }],
    });
  });
});
