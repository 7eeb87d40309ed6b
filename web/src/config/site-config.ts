import { paths } from './paths';

/** What differs from one installation to the next, as the gateway tells it. */
export interface SiteConfig {
  issuer: string;
  clientId: string;
}

let loading: Promise<SiteConfig> | undefined;

/** Loads it once. @throws Error that names what is missing, since nobody can sign in without it */
export function siteConfig(): Promise<SiteConfig> {
  loading ??= load().catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

async function load(): Promise<SiteConfig> {
  const response = await fetch(paths.siteConfig, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${paths.siteConfig} answered ${response.status}`);
  const found = (await response.json()) as Record<string, unknown>;
  const missing = ['issuer', 'client_id'].filter((name) => typeof found[name] !== 'string');
  if (missing.length > 0) throw new Error(`${paths.siteConfig} lacks ${missing.join(' and ')}`);
  return { issuer: found.issuer as string, clientId: found.client_id as string };
}
