import { fingerprint } from './fingerprint';

/** More than a photograph is likely to have; the browser's decoder is asked for no more. */
const LARGEST_FILE = 60_000_000;
/** As large as imaging's own sample. */
const SIDE = 100;

export class NoPictureError extends Error {
  override readonly name = 'NoPictureError';
}

export interface Look {
  /** Its fingerprint in base64url, as it stands in an address. */
  look: string;
  /** The picture itself, small, to be shown beside what was found. It stays in this browser. */
  thumbnail: string;
}

/** How a dropped picture looks. It is scaled down and looked at here; nothing of it leaves the browser but 120 numbers. */
export async function lookOfFile(file: Blob): Promise<Look> {
  if (file.size === 0 || file.size > LARGEST_FILE) throw new NoPictureError();
  const picture = await createImageBitmap(file).catch(() => {
    throw new NoPictureError();
  });
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is transparent counts as white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return {
    look: fingerprint(context.getImageData(0, 0, width, height)).replaceAll('+', '-').replaceAll('/', '_'),
    thumbnail: canvas.toDataURL('image/jpeg', 0.8),
  };
}
