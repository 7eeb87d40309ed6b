import { describe, expect, it } from 'vitest';
import { auditLog, type AuditEntry, type AuditPage } from './audit-log';

const entry = (at: string): AuditEntry => ({ id: `e-${at}`, at, who: 'ada', action: 'redrive', kind: 'parked-message', subject: 's', note: '' });
const page = (service: AuditPage['service'], ats: string[], next?: string): AuditPage => ({
  service,
  entries: ats.map(entry),
  ...(next ? { next } : {}),
});

describe('the audit log', () => {
  it('is one log of all services, newest first', () => {
    expect(auditLog([page('catalog', ['5', '1']), page('search', ['4', '3'])]).map(({ at, service }) => `${at} ${service}`)).toEqual([
      '5 catalog',
      '4 search',
      '3 search',
      '1 catalog',
    ]);
  });

  it('holds back what may have something before it that was not read yet', () => {
    const first = [page('catalog', ['9', '8'], 'more'), page('search', ['7', '2'])];
    expect(auditLog(first).map(({ at }) => at)).toEqual(['9', '8']);
    expect(auditLog([...first, page('catalog', ['6'])]).map(({ at }) => at)).toEqual(['9', '8', '7', '6', '2']);
  });
});
