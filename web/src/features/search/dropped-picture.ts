/** Small pictures that were dropped in this tab, by how they look. They are shown beside what was found, and never sent. */
const kept = new Map<string, string>();

export const keepPicture = (look: string, thumbnail: string) => void kept.set(look, thumbnail);

export const keptPicture = (look: string) => kept.get(look);
