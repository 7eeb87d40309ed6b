import type { components } from '@/api/search';

/** A photo as a grid needs it. */
export type FoundPhoto = components['schemas']['ImageView'];

interface Described {
  title: string;
  description?: string | null;
  keywords: string[];
}

/** What is said in the place of the picture. The photographer's own words, or what they named it by. */
export const altText = ({ title, description, keywords }: Described) =>
  description?.trim() || [title, keywords.slice(0, 4).join(', ')].filter(Boolean).join(': ');

/** Its previews with their widths, for the browser to choose from. */
export function photoSources({ urls, aspect }: FoundPhoto): string {
  // The renditions are named for their longer side.
  const scale = aspect >= 1 ? 1 : aspect;
  return Object.entries({ thumb: 320, small: 800, regular: 1600 })
    .filter(([name]) => urls[name])
    .map(([name, side]) => `${urls[name]} ${Math.round(side * scale)}w`)
    .join(', ');
}
