/** A title as it can stand in an address: `Über uns!` becomes `uber-uns`. Empty where nothing is left of it. */
export const pageName = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .split('-')
    .filter(Boolean)
    .slice(0, 10)
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
