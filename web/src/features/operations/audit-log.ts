import type { components } from '@/api/catalog';
import type { ServiceName } from '@/config/paths';

export type AuditEntry = components['schemas']['ActionView'];

/** A page of one service's log, newest first. */
export interface AuditPage {
  service: ServiceName;
  entries: readonly AuditEntry[];
  /** Where it goes on; absent when that is all. */
  next?: string;
  /** The service did not answer. */
  silent?: true;
}

export type LoggedAction = AuditEntry & { service: ServiceName };

/**
 * One log of many, newest first. Pure. What is older than the oldest that a service has told while it has more to tell
 * is held back: something may come before it.
 */
export function auditLog(pages: readonly AuditPage[]): LoggedAction[] {
  const last = new Map(pages.map((page) => [page.service, page]));
  const horizon = [...last.values()]
    .flatMap(({ next, entries }) => (next ? (entries.at(-1)?.at ?? []) : []))
    .reduce((latest, at) => (at > latest ? at : latest), '');
  return pages
    .flatMap(({ service, entries }) => entries.map((entry) => ({ ...entry, service })))
    .filter(({ at }) => at >= horizon)
    .sort((one, other) => other.at.localeCompare(one.at) || one.id.localeCompare(other.id));
}

/** Services that did not answer the last time. */
export const silentServices = (pages: readonly AuditPage[]) => pages.filter(({ silent }) => silent).map(({ service }) => service);
