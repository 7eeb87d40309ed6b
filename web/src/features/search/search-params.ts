/** What somebody looks for, as it stands in the address: every result page can be sent to a friend. */
export interface SearchParams {
  query?: string;
  color?: string;
  orientation?: Orientation;
  category?: string;
  sort?: 'newest' | 'popular';
  /** The fingerprint of a picture that somebody dropped, in base64url. */
  look?: string;
}

export type Orientation = 'horizontal' | 'vertical' | 'square';

const ORIENTATIONS: readonly string[] = ['horizontal', 'vertical', 'square'];

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readSearchParams(given: Record<string, unknown>): SearchParams {
  const params: SearchParams = {};
  const query = text(given.query);
  if (query) params.query = query;
  const color = text(given.color);
  if (color && /^[0-9a-f]{6}$/i.test(color)) params.color = color.toLowerCase();
  const orientation = text(given.orientation);
  if (orientation && ORIENTATIONS.includes(orientation)) params.orientation = orientation as Orientation;
  const category = text(given.category);
  if (category) params.category = category;
  if (given.sort === 'newest' || given.sort === 'popular') params.sort = given.sort;
  const look = text(given.look);
  if (look && /^[\w-]{640}$/.test(look)) params.look = look;
  return params;
}

/** A search for `007` arrives as a number. */
const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;

export const isAsking = (params: SearchParams) => Object.keys(params).some((name) => name !== 'sort');
