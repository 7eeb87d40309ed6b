import { describe, expect, it } from 'vitest';
import { keywordCounts, queue, type Queue, type QueueEvent } from './upload-queue';

const after = (...events: QueueEvent[]): Queue => events.reduce(queue, []);
const dropped: QueueEvent = {
  type: 'dropped',
  files: [
    { id: 'a', name: 'Boats_at-dawn.jpg', path: 'summer/Boats_at-dawn.jpg', bytes: 10 },
    { id: 'b', name: 'IMG 1.tif', path: 'IMG 1.tif', bytes: 20 },
  ],
};

describe('the queue of uploads', () => {
  it('guesses a title from the name of the file', () => {
    expect(after(dropped).map(({ title }) => title)).toEqual(['Boats at dawn', 'IMG 1']);
  });

  it('takes the same file once, however often it is dropped', () => {
    expect(after(dropped, dropped)).toHaveLength(2);
  });

  it('prefers the words inside the file, and keeps the guess where there are none', () => {
    const described = after(dropped, { type: 'described', id: 'a', title: '  Harbour ', keywords: ['sea', 'sea', 'boat'] });
    expect(described[0]).toMatchObject({ title: 'Harbour', keywords: ['sea', 'boat'] });
    expect(after(dropped, { type: 'described', id: 'b', title: ' ' })[1]!.title).toBe('IMG 1');
  });

  it('edits many at once and counts each keyword', () => {
    const edited = after(
      dropped,
      { type: 'edited', ids: ['a', 'b'], add: 'sea' },
      { type: 'edited', ids: ['a'], add: 'boat' },
    );
    expect(keywordCounts(edited)).toEqual([
      ['sea', 2],
      ['boat', 1],
    ]);
    expect(keywordCounts(queue(edited, { type: 'edited', ids: ['a', 'b'], remove: 'sea' }))).toEqual([['boat', 1]]);
  });

  it('keeps why a file was refused, and what to do about it', () => {
    const reasons = [{ code: 'truncated-file', message: 'It ends too early.', repair: 'Export it again.' }];
    expect(after(dropped, { type: 'refused', id: 'b', stage: 'refused', reasons })[1]).toMatchObject({
      stage: 'refused',
      reasons,
    });
  });
});
