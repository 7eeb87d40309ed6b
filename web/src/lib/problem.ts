/** An error as the services tell it (RFC 9457): what is wrong, and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    if (typeof body !== 'object' || body === null) return new Problem(response.status, 'no-details', response.statusText);
    const { code, detail, ...members } = body as Record<string, unknown>;
    return new Problem(
      response.status,
      typeof code === 'string' ? code : 'no-details',
      typeof detail === 'string' ? detail : response.statusText,
      members,
    );
  }
}

/** A request that got no answer at all: nobody knows whether it took effect, so it may be repeated with its key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
