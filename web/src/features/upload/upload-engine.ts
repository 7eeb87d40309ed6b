import AwsS3 from '@uppy/aws-s3';
import Uppy, { type Meta } from '@uppy/core';
import { Problem, Unreachable } from '@/lib/problem';
import { announce, type UploadSession } from './api/announce';
import { checkDuplicates } from './api/check-duplicates';
import { openUploads } from './api/open-uploads';
import { completeUpload, partUrls, receivedParts } from './api/session-parts';
import { Checksums } from './checksums';
import { readWords } from './file-words';
import { queue, type Queue, type QueuedFile, type QueueEvent, type Reason, type Stage } from './upload-queue';

/** Presigned addresses are asked for this many parts at a time. */
const ADDRESSES = 50;
const AT_ONCE = 3;
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
};

interface FileMeta extends Meta {
  queueId: string;
  sessionId: string;
}

// The plugin's types forget what the files were given.
const metaOf = (file: { meta: Meta }) => file.meta as FileMeta;

/**
 * Sends files to the shop: checksum, duplicate check, announcement, parts straight to the store (by Uppy, which retries,
 * pauses and goes on with the missing parts), completion. What was sent survives the tab: dropping the same file again
 * goes on where it stopped.
 */
export class UploadEngine {
  private files: Queue = [];
  /** Titles that files go on under, whatever stands in them. */
  private readonly titles = new Map<string, string>();
  private readonly sources = new Map<string, File>();
  private readonly sessions = new Map<string, UploadSession>();
  private readonly urls = new Map<string, Map<number, string>>();
  private readonly keys = new Map<string, string>();
  private readonly begun = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly checksums = new Checksums();
  private known: Promise<Map<string, UploadSession>> | undefined;
  private hashing = Promise.resolve();
  private readonly uppy = this.sender();

  constructor() {
    addEventListener('online', () =>
      this.files
        .filter(({ stage, reasons }) => stage === 'failed' && reasons.some(({ code }) => code === 'connection-lost'))
        .forEach(({ id }) => this.retry(id)),
    );
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  snapshot = () => this.files;

  /** Takes files in. What cannot be a photo is refused here, before anything is sent. */
  drop(dropped: readonly File[]): void {
    const entries = dropped.map((file) => ({ id: idOf(file), name: file.name, path: pathOf(file), bytes: file.size, file }));
    this.tell({ type: 'dropped', files: entries });
    for (const { id, file } of entries) {
      if (this.sources.has(id)) continue;
      this.sources.set(id, file);
      // One after the other: a disk reads one file faster than ten at once.
      this.hashing = this.hashing.then(() => this.prepare(id, file)).catch((error: unknown) => this.fail(id, error));
    }
  }

  /** Takes a mended file in, or the same one again, in the place of one that was refused: it goes on under that title. */
  resubmit(file: File, title: string): void {
    const id = idOf(file);
    this.remove([id]);
    this.keys.delete(id);
    this.begun.delete(id);
    this.known = undefined;
    this.titles.set(id, title);
    this.drop([file]);
  }

  source(id: string): File | undefined {
    const file = this.files.find((candidate) => candidate.id === id);
    // What is no photo has nothing to show.
    return file && file.stage !== 'waiting' && file.sha256 ? this.sources.get(id) : undefined;
  }

  edit(ids: readonly string[], change: { title?: string; add?: string; remove?: string }): void {
    this.tell({ type: 'edited', ids, ...change });
  }

  pauseAll(): void {
    this.uppy.pauseAll();
    this.files.filter(({ stage }) => stage === 'sending').forEach(({ id, progress }) => this.move(id, 'paused', progress));
  }

  resumeAll(): void {
    this.files.filter(({ stage }) => stage === 'paused').forEach(({ id, progress }) => this.move(id, 'sending', progress));
    this.uppy.resumeAll();
  }

  retry(id: string): void {
    const file = this.sources.get(id);
    if (!file) return;
    this.keys.delete(id);
    const inUppy = this.uppy.getFiles().find(({ meta }) => meta.queueId === id);
    if (inUppy) this.uppy.removeFile(inUppy.id);
    // What was sent before the failure is there: the session is looked for anew.
    this.known = undefined;
    const sha256 = this.files.find((candidate) => candidate.id === id)?.sha256;
    if (this.begun.has(id) && sha256) return this.send(id, file, sha256);
    this.hashing = this.hashing.then(() => this.prepare(id, file)).catch((error: unknown) => this.fail(id, error));
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const inUppy = this.uppy.getFiles().find(({ meta }) => meta.queueId === id);
      if (inUppy) this.uppy.removeFile(inUppy.id);
      this.sources.delete(id);
    }
    this.tell({ type: 'removed', ids });
  }

  /** What the publication says of a photo. */
  follow(photoId: string, saga: string, reasons: readonly Reason[]): void {
    const file = this.files.find((candidate) => candidate.photoId === photoId);
    // What was known to be there already has nothing to follow.
    if (!file || file.stage === 'duplicate') return;
    if (file.saga === saga && file.reasons.length === reasons.length) return;
    const stage: Stage =
      saga === 'PUBLISHED' ? 'published' : saga === 'REJECTED' ? 'refused' : saga === 'FAILED' ? 'failed' : 'publishing';
    this.tell({ type: 'saga', id: file.id, saga, stage, reasons });
  }

  private async prepare(id: string, file: File): Promise<void> {
    const objection = await objectionTo(file);
    if (objection) return this.refuse(id, 'refused', [objection]);
    this.move(id, 'hashing');
    const [sha256, words] = await Promise.all([
      this.checksums.of(id, file, (progress) => this.move(id, 'hashing', progress)),
      readWords(file),
    ]);
    const title = this.titles.get(id);
    this.tell({ type: 'described', id, ...words, ...(title ? { title } : {}) });
    this.tell({ type: 'hashed', id, sha256 });
    await this.checkAgain(id, sha256);
  }

  /** Duplicates are told at once, long before anybody presses Send. */
  private async checkAgain(id: string, sha256: string): Promise<void> {
    if ((await this.openSessions()).has(sha256)) return;
    const [answer] = await checkDuplicates([{ id, checksum: sha256 }]);
    if (answer?.action === 'reject') this.duplicate(id, answer.assetId);
  }

  /** Sends what is ready. */
  start(): void {
    for (const { id, sha256, stage } of this.files) {
      const file = this.sources.get(id);
      if (stage !== 'ready' || !file || !sha256) continue;
      this.send(id, file, sha256);
    }
  }

  private send(id: string, file: File, sha256: string): void {
    this.begun.add(id);
    this.move(id, 'checking');
    void this.begin(id, file, sha256).catch((error: unknown) => this.fail(id, error));
  }

  private openSessions(): Promise<Map<string, UploadSession>> {
    this.known ??= openUploads().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private async begin(id: string, file: File, sha256: string): Promise<void> {
    const begun = (await this.openSessions()).get(sha256);
    const session = begun ?? (await this.announced(id, file, sha256));
    this.sessions.set(session.uploadId, session);
    this.remember(session.uploadId, session.parts ?? []);
    this.tell({ type: 'announced', id, photoId: session.uploadId });
    this.move(id, 'sending');
    const inUppy = this.uppy.addFile({
      name: file.name,
      type: file.type || session.contentType,
      data: file,
      // The path makes the name unique: each folder may have its IMG_0001.
      meta: { queueId: id, sessionId: session.uploadId, relativePath: id },
    });
    if (begun)
      // Uppy then asks which parts are there, and sends the others.
      this.uppy.setFileState(inUppy, { s3Multipart: { uploadId: session.uploadId, key: session.uploadId } } as object);
    void this.uppy.upload();
  }

  private announced(id: string, file: File, sha256: string): Promise<UploadSession> {
    const { title, keywords } = this.files.find((candidate) => candidate.id === id)!;
    const key = this.keys.get(id) ?? crypto.randomUUID();
    this.keys.set(id, key);
    const contentType = file.type || (TYPES[extension(file.name)] ?? 'application/octet-stream');
    return announce({ fileName: file.name, contentType, bytes: file.size, sha256, title, keywords: [...keywords] }, key);
  }

  private sender() {
    const uppy = new Uppy<FileMeta, Record<string, never>>({
      autoProceed: false,
      allowMultipleUploadBatches: true,
      onBeforeFileAdded: () => true,
    });
    uppy.use(AwsS3, {
      limit: AT_ONCE * 2,
      shouldUseMultipart: true,
      retryDelays: [0, 1000, 3000, 10_000, 30_000],
      getChunkSize: ({ size }) => this.partBytes(size),
      createMultipartUpload: (file) => ({ uploadId: metaOf(file).sessionId, key: metaOf(file).sessionId }),
      listParts: async (_, { uploadId }) =>
        (await receivedParts(uploadId!)).map(({ number, bytes }) => ({ PartNumber: number, Size: bytes, ETag: String(number) })),
      signPart: async (_, { uploadId, partNumber }) => ({ method: 'PUT', url: await this.address(uploadId, partNumber) }),
      // Uppy would throw away with each failure what has been sent. Sessions that nobody takes up again end by themselves.
      abortMultipartUpload: () => Promise.resolve(),
      completeMultipartUpload: async (file, { uploadId }) => {
        this.move(metaOf(file).queueId, 'completing');
        await completeUpload(uploadId);
        (await this.known)?.delete(this.sessions.get(uploadId)?.sha256 ?? '');
        return {};
      },
    });
    uppy.on('upload-progress', (file, { bytesUploaded, bytesTotal }) => {
      const queued = file && this.files.find(({ id }) => id === file.meta.queueId);
      if (queued?.stage === 'sending') this.move(queued.id, 'sending', bytesTotal ? bytesUploaded / bytesTotal : 0);
    });
    uppy.on('upload-success', (file) => file && this.move(file.meta.queueId, 'publishing'));
    uppy.on('upload-error', (file, error) => file && this.fail(file.meta.queueId, error));
    return uppy;
  }

  private partBytes(size: number): number {
    const session = [...this.sessions.values()].find(({ bytes }) => bytes === size);
    return session?.partBytes ?? size;
  }

  /** Addresses expire: one that was used or is unknown is asked for anew, with those that come after it. */
  private async address(sessionId: string, number: number): Promise<string> {
    const known = this.urls.get(sessionId)?.get(number);
    if (known) {
      this.urls.get(sessionId)!.delete(number);
      return known;
    }
    const last = this.sessions.get(sessionId)!.partCount;
    const numbers = Array.from({ length: Math.min(ADDRESSES, last - number + 1) }, (_, index) => number + index);
    this.remember(sessionId, await partUrls(sessionId, numbers));
    return this.address(sessionId, number);
  }

  private remember(sessionId: string, parts: readonly { number: number; url: string }[]): void {
    const urls = this.urls.get(sessionId) ?? new Map<number, string>();
    parts.forEach(({ number, url }) => urls.set(number, url));
    this.urls.set(sessionId, urls);
  }

  private fail(id: string, error: unknown): void {
    if (error instanceof Problem && error.code === 'duplicate-photo')
      return this.duplicate(id, error.members.photoId as string | undefined);
    if (error instanceof Problem && error.status < 500 && error.status !== 401 && error.status !== 429)
      return this.refuse(id, 'refused', problemReasons(error));
    const lost = error instanceof Unreachable;
    this.refuse(id, 'failed', [
      { code: lost ? 'connection-lost' : 'interrupted', message: (error as Error).message, repair: '' },
    ]);
  }

  private duplicate(id: string, photoId: string | undefined): void {
    this.tell({ type: 'refused', id, stage: 'duplicate', reasons: [], ...(photoId ? { photoId } : {}) });
  }

  private refuse(id: string, stage: 'refused' | 'failed', reasons: readonly Reason[]): void {
    this.tell({ type: 'refused', id, stage, reasons });
  }

  private move(id: string, stage: Stage, progress = 0): void {
    this.tell({ type: 'moved', id, stage, progress });
  }

  private tell(event: QueueEvent): void {
    this.files = queue(this.files, event);
    this.listeners.forEach((listener) => listener());
  }
}

const extension = (name: string) => name.split('.').at(-1)?.toLowerCase() ?? '';

const pathOf = (file: File & { relativePath?: string }) => file.relativePath || file.webkitRelativePath || file.name;

/** The same file of the same folder, unchanged since: enough to know it when it is dropped again. */
const idOf = (file: File) => `${pathOf(file)}|${file.size}|${file.lastModified}`;

const LARGEST = 2 * 1024 ** 3;

/** What can be told without sending anything. */
async function objectionTo(file: File): Promise<Reason | undefined> {
  if (file.size === 0) return reason('empty-file');
  if (file.size > LARGEST) return reason('file-too-large');
  const type = TYPES[extension(file.name)] ?? file.type;
  if (!Object.values(TYPES).includes(type)) return reason('type-not-accepted');
  const start = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  return looksLikeAPhoto(start) ? undefined : reason('not-an-image');
}

/** JPEG, PNG, TIFF in both byte orders, WebP. The service looks much closer. */
function looksLikeAPhoto(start: Uint8Array): boolean {
  const text = String.fromCharCode(...start);
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    text.startsWith('II*\0') ||
    text.startsWith('MM\0*') ||
    (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP')
  );
}

/** Its words are the site's own, in the reader's language. */
const reason = (code: string): Reason => ({ code, message: '', repair: '' });

function problemReasons(problem: Problem): Reason[] {
  const given = problem.members.reasons;
  return Array.isArray(given) && given.length > 0
    ? (given as Reason[])
    : [{ code: problem.code, message: problem.message, repair: '' }];
}

export type { QueuedFile };
