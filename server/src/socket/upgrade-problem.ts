import { problemAnswer } from '../http/problem.ts';
import { Refusal } from '../lib/refuse.ts';

/** How `verifyClient` refuses with an answer instead of a socket. */
export interface UpgradeProblem {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

export function upgradeProblem(error: unknown): UpgradeProblem {
  const refusal = error instanceof Refusal ? error : new Refusal('internal');
  const { status, body, headers } = problemAnswer(refusal);
  return { status, body: JSON.stringify(body), headers: { ...headers } };
}
