import type { InfiniteData } from '@tanstack/react-query';
import type { components } from '@/api/publication';

export type Step = components['schemas']['PublicationStep'];
type Summary = components['schemas']['PublicationSummary'];
export type Mine = InfiniteData<{ data: Summary[]; next_cursor?: string }>;

/**
 * The list after a step. Pure.
 * @returns the same list if the step says nothing new, undefined if the list has to be read anew: the photo is not in it,
 * or there are reasons that the step does not name
 */
export function afterStep(mine: Mine, step: Step): Mine | undefined {
  const known = mine.pages.flatMap(({ data }) => data).find(({ photoId }) => photoId === step.photoId);
  if (!known) return undefined;
  // Steps may be told again.
  if (known.state === step.to || step.ignored || step.at < known.since) return mine;
  if (step.to === 'REJECTED' || step.to === 'FAILED') return undefined;
  const changed: Summary = { ...known, state: step.to, done: step.done, since: step.at };
  return {
    ...mine,
    pages: mine.pages.map((page) => ({ ...page, data: page.data.map((one) => (one === known ? changed : one)) })),
  };
}
