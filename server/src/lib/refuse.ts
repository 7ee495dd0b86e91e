import type { ErrorCode } from '@satchel/shared/errors';

/** What a refusal tells beside its code. `detail` is a sentence for people; the rest travels as
 *  members of the problem document. Nothing here may be a secret or another person's data. */
export interface RefusalDetails {
  readonly detail?: string;
  readonly retryAfterSeconds?: number;
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What went wrong beneath, for the log alone: never sent. */
  readonly cause?: unknown;
}

/** The domain says no. Everything else that is thrown is a fault of ours: a 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    readonly details: RefusalDetails = {},
  ) {
    super(details.detail ?? code, { cause: details.cause });
  }
}

export function refuse(code: ErrorCode, details?: RefusalDetails): never {
  throw new Refusal(code, details);
}

/** Refuses one part of a request, in the same shape as a schema does. */
export function refuseField(path: string, message: string): never {
  return refuse('invalid-request', {
    detail: `${path} ${message}`,
    members: { fields: [{ path, message }] },
  });
}
