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
