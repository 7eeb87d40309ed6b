/** Addresses that are not pages of this site, and the only place where they are written. */
export const paths = {
  siteConfig: '/site.json',
  apiDocs: '/docs',
  service: (name: ServiceName) => `/api/${name}`,
  media: (photoId: string, rendition: string) => `/media/${encodeURIComponent(photoId)}/${rendition}.jpg`,
  callback: '/callback',
} as const;

/** The services, in the order in which a photo meets them. */
export const services = ['upload', 'publication', 'imaging', 'catalog', 'search', 'purchase', 'notification'] as const;

export type ServiceName = (typeof services)[number];
