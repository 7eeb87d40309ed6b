import { thumbHashToDataURL } from 'thumbhash';

const made = new Map<string, string>();

/** The blurred picture that a ThumbHash (base64) stands for, as a data URL of a few hundred bytes. */
export function placeholderUrl(thumbHash: string): string {
  let url = made.get(thumbHash);
  if (url === undefined) {
    url = thumbHashToDataURL(Uint8Array.from(atob(thumbHash), (char) => char.charCodeAt(0)));
    made.set(thumbHash, url);
  }
  return url;
}
