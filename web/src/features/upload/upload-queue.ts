/** Where a file is on its way, from the drop to the shop. */
export type Stage =
  | 'waiting'
  | 'hashing'
  | 'ready'
  | 'checking'
  | 'sending'
  | 'paused'
  | 'completing'
  | 'publishing'
  | 'published'
  | 'duplicate'
  | 'refused'
  | 'failed';

export interface Reason {
  code: string;
  message: string;
  repair: string;
}

export interface QueuedFile {
  id: string;
  name: string;
  path: string;
  bytes: number;
  stage: Stage;
  /** 0 to 1 of what the present stage has to do, where that is known. */
  progress: number;
  title: string;
  keywords: readonly string[];
  sha256?: string;
  photoId?: string;
  /** The saga's own state, once it is under way. */
  saga?: string;
  reasons: readonly Reason[];
}

export type QueueEvent =
  | { type: 'dropped'; files: readonly Pick<QueuedFile, 'id' | 'name' | 'path' | 'bytes'>[] }
  | { type: 'described'; id: string; title?: string; keywords?: readonly string[] }
  | { type: 'edited'; ids: readonly string[]; title?: string; add?: string; remove?: string }
  | { type: 'moved'; id: string; stage: Stage; progress?: number }
  | { type: 'hashed'; id: string; sha256: string }
  | { type: 'announced'; id: string; photoId: string }
  | { type: 'saga'; id: string; saga: string; stage: Stage; reasons: readonly Reason[] }
  | { type: 'refused'; id: string; stage: 'refused' | 'failed' | 'duplicate'; reasons: readonly Reason[]; photoId?: string }
  | { type: 'removed'; ids: readonly string[] };

export type Queue = readonly QueuedFile[];

const LONGEST_TITLE = 200;

/** What a photographer sees of their files. Pure: the same events make the same list. */
export function queue(files: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'dropped': {
      const known = new Set(files.map(({ id }) => id));
      return [...files, ...event.files.filter(({ id }) => !known.has(id)).map(fresh)];
    }
    case 'described':
      return change(files, [event.id], (file) => ({
        ...file,
        title: event.title?.trim().slice(0, LONGEST_TITLE) || file.title,
        keywords: event.keywords?.length ? [...new Set(event.keywords)] : file.keywords,
      }));
    case 'edited':
      return change(files, event.ids, (file) => ({
        ...file,
        title: event.title ?? file.title,
        keywords: [...new Set([...file.keywords, ...(event.add ? [event.add] : [])])].filter(
          (keyword) => keyword !== event.remove,
        ),
      }));
    case 'moved':
      return change(files, [event.id], (file) => ({ ...file, stage: event.stage, progress: event.progress ?? 0 }));
    case 'hashed':
      return change(files, [event.id], (file) => ({ ...file, sha256: event.sha256, stage: 'ready', progress: 0 }));
    case 'announced':
      return change(files, [event.id], (file) => ({ ...file, photoId: event.photoId }));
    case 'saga':
      return change(files, [event.id], (file) => ({
        ...file,
        saga: event.saga,
        stage: event.stage,
        reasons: event.reasons,
      }));
    case 'refused':
      return change(files, [event.id], (file) => ({
        ...file,
        stage: event.stage,
        reasons: event.reasons,
        ...(event.photoId ? { photoId: event.photoId } : {}),
      }));
    case 'removed':
      return files.filter(({ id }) => !event.ids.includes(id));
  }
}

function change(files: Queue, ids: readonly string[], how: (file: QueuedFile) => QueuedFile): Queue {
  const meant = new Set(ids);
  return files.map((file) => (meant.has(file.id) ? how(file) : file));
}

const fresh = (dropped: Pick<QueuedFile, 'id' | 'name' | 'path' | 'bytes'>): QueuedFile => ({
  ...dropped,
  stage: 'waiting',
  progress: 0,
  title: titleOf(dropped.name),
  keywords: [],
  reasons: [],
});

/** A file's name, as a first guess of what it shows. */
const titleOf = (name: string) =>
  name
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();

/** Each keyword of some files with how many of them have it: most frequent first. */
export function keywordCounts(files: Queue): [keyword: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { keywords } of files) for (const keyword of keywords) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
}

export const isUnderWay = ({ stage }: QueuedFile) =>
  ['waiting', 'hashing', 'ready', 'checking', 'sending', 'paused', 'completing'].includes(stage);

/** Its words can still be changed here: nobody has been told of it. */
export const isOpen = ({ stage }: QueuedFile) => ['waiting', 'hashing', 'ready'].includes(stage);
