import { createSHA256 } from 'hash-wasm';

interface Question {
  id: string;
  file: File;
}

export type Reply = { id: string; progress: number } | { id: string; sha256: string } | { id: string; error: string };

const CHUNK = 8 * 1024 * 1024;

const answer = (reply: Reply) => postMessage(reply);

addEventListener('message', ({ data: { id, file } }: MessageEvent<Question>) => {
  void sha256(id, file).catch((reason: unknown) => answer({ id, error: String(reason) }));
});

/** In pieces: a file of 2 GB must not be in memory. */
async function sha256(id: string, file: File): Promise<void> {
  const hash = await createSHA256();
  for (let at = 0; at < file.size; at += CHUNK) {
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
    answer({ id, progress: Math.min(1, (at + CHUNK) / file.size) });
  }
  answer({ id, sha256: hash.digest('hex') });
}
