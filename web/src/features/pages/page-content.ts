import type { components } from '@/api/catalog';

type Schemas = components['schemas'];

interface Kinds {
  hero: Schemas['HeroBlock'];
  collection: Schemas['CollectionBlock'];
  mosaic: Schemas['MosaicBlock'];
  trends: Schemas['TrendsBlock'];
  'just-approved': Schemas['JustApprovedBlock'];
  'most-bought': Schemas['MostBoughtBlock'];
  text: Schemas['TextBlock'];
  pack: Schemas['PackBlock'];
}

export type BlockKind = keyof Kinds;

/** A block of this kind, as the catalogue keeps it. */
export type BlockOf<Kind extends BlockKind> = Omit<Kinds[Kind], 'type'> & { type: Kind };

export type Block = { [Kind in BlockKind]: BlockOf<Kind> }[BlockKind];

export interface PageContent {
  title: string;
  blocks: readonly Block[];
}

/** What a new block begins with. Words that are left out are the site's own, in the visitor's language. */
export const beginnings: { [Kind in BlockKind]: Omit<BlockOf<Kind>, 'type' | 'id'> } = {
  hero: { headline: '', lead: '', categories: true },
  collection: { heading: '', query: '', category: '', color: '', orientation: '', limit: 12 },
  mosaic: { heading: '', photoIds: [] },
  trends: { heading: '', limit: 8 },
  'just-approved': { heading: '', limit: 24, endless: false },
  'most-bought': { heading: '', limit: 12 },
  text: { heading: '', text: '', linkLabel: '', linkHref: '' },
  pack: { heading: '', packId: '' },
};

export const blockKinds = Object.keys(beginnings) as BlockKind[];

export const isKind = (type: unknown): type is BlockKind => typeof type === 'string' && Object.hasOwn(beginnings, type);

/** What this site knows to show: a newer catalogue may have more kinds of blocks. */
export const known = (blocks: readonly { type: string }[]): Block[] =>
  blocks.filter((block): block is Block => isKind(block.type));

/** What is shown when the catalogue cannot be asked: the search at least. */
export const fallback: PageContent = {
  title: '',
  blocks: [
    { type: 'hero', id: 'hero', headline: '', lead: '', categories: true },
    { type: 'just-approved', id: 'just-approved', heading: '', limit: 60, endless: true },
  ],
};

/**
 * An address as a link may have it: a page of this site, or the web. The catalogue lets no other one pass; whatever came
 * past it is no link here either.
 */
export function safeHref(href: string): string | undefined {
  if (/^\/(?![/\\])[^\s\\]*$/.test(href)) return href;
  try {
    const url = new URL(href);
    return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username ? url.href : undefined;
  } catch {
    return undefined;
  }
}
