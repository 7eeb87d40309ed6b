import type { Reply } from './checksum.worker';

interface Waiting {
  onProgress: (progress: number) => void;
  resolve: (sha256: string) => void;
  reject: (reason: Error) => void;
}

/** SHA-256 of files, in a worker of its own so that the page stays quick. */
export class Checksums {
  private readonly worker = new Worker(new URL('./checksum.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<string, Waiting>();

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.heard(data));
  }

  of(id: string, file: File, onProgress: (progress: number) => void): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { onProgress, resolve, reject });
      this.worker.postMessage({ id, file });
    });
  }

  private heard(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if ('progress' in reply) return waiting?.onProgress(reply.progress);
    this.waiting.delete(reply.id);
    if ('sha256' in reply) waiting?.resolve(reply.sha256);
    else waiting?.reject(new Error(reply.error));
  }
}
