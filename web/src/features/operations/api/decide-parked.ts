import type { components } from '@/api/catalog';
import type { ServiceName } from '@/config/paths';
import { body, ops } from '@/lib/http-client';

export type Action = 'redrive' | 'discard';
export type Outcome = components['schemas']['DecisionView'];

export interface ParkedDecision {
  service: ServiceName;
  id: string;
  action: Action;
  reason: string;
  ticket?: string;
  /** Only asks what would come of it. */
  rehearsal?: boolean;
}

export async function decideParked({ service, id, action, reason, ticket, rehearsal }: ParkedDecision): Promise<Outcome> {
  const request = {
    params: { path: { id }, query: { dry_run: rehearsal === true } },
    body: { reason, ...(ticket ? { ticket } : {}) },
  };
  return body(
    action === 'redrive'
      ? await ops(service).POST('/v1/ops/parked/{id}/redrive', request)
      : await ops(service).POST('/v1/ops/parked/{id}/discard', request),
  );
}
