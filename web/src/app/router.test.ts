import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createQueryClient } from '@/lib/query-client';
import { createSiteRouter } from './router';

/** The addresses that the gateway answers with the site, with a star for whatever stands in their place. */
function known(): RegExp[] {
  const controller = readFileSync('../gateway/src/main/java/io/safelight/gateway/site/SiteController.java', 'utf8');
  const [, paths = ''] = /@GetMapping\(\{([^)]+)\}\)/.exec(controller) ?? [];
  return [...paths.matchAll(/"([^"]+)"/g)].map(([, path]) => new RegExp(`^${path!.replace(/\{\w+\}/g, '[^/]+')}$`));
}

describe('the addresses of pages', () => {
  it('may be opened in a new window, or be in a mail', () => {
    const pages = Object.keys(createSiteRouter(createQueryClient()).routesByPath)
      .map((path) => path.replace(/(?<=.)\/$/, ''))
      .filter((path) => path !== '/');
    expect(pages.length).toBeGreaterThan(20);
    const gateway = known();
    expect(pages.filter((path) => !gateway.some((one) => one.test(path)))).toEqual([]);
  });
});
