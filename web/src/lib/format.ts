const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A reader of English may be a British one, with dates of their own. */
export const regional = (language: string) => navigator.languages.find((spoken) => spoken.split('-')[0] === language) ?? language;

/** Bytes as people say them, in thousands. */
export function formatBytes(bytes: number, language: string): string {
  const step = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return new Intl.NumberFormat(regional(language), {
    style: 'unit',
    unit: UNITS[step]!,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}

export const formatDate = (iso: string, language: string) =>
  new Intl.DateTimeFormat(regional(language), { dateStyle: 'medium' }).format(new Date(iso));

export const formatTime = (iso: string, language: string) =>
  new Intl.DateTimeFormat(regional(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

export function formatDuration(millis: number, language: string): string {
  const [value, unit] = millis < 1000 ? [millis, 'millisecond'] : millis < 60_000 ? [millis / 1000, 'second'] : [millis / 60_000, 'minute'];
  return new Intl.NumberFormat(regional(language), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);
}
