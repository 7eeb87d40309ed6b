import { parse } from 'exifr';

export interface FileWords {
  title?: string;
  keywords?: string[];
}

/** The title and keywords that the photographer wrote into the file (IPTC, XMP). Files without them are as good. */
export async function readWords(file: File): Promise<FileWords> {
  try {
    const found = (await parse(file, { iptc: true, xmp: true, tiff: false, exif: false, gps: false, ifd1: false })) as
      | Record<string, unknown>
      | undefined;
    if (!found) return {};
    const title = [found.ObjectName, found.title, found.Headline].map(words).find(Boolean);
    const keywords = [found.Keywords, found.subject].flat().filter((word): word is string => typeof word === 'string');
    return { ...(title ? { title } : {}), ...(keywords.length > 0 ? { keywords } : {}) };
  } catch {
    return {};
  }
}

/** XMP writes a text either as it is or with its language. */
const words = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string'
      ? value.value
      : undefined;
