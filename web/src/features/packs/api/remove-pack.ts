import { catalog } from '@/lib/http-client';

/** Takes a pack away for good. Who has bought it keeps it. */
export const removePack = (id: string) => catalog.DELETE('/v1/packs/{id}', { params: { path: { id } } });
