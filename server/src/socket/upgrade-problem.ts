import { problemAnswer } from '../http/problem.ts';
import type { Log } from '../lib/log.ts';
import { Refusal } from '../lib/refuse.ts';

/** What is answered instead of an upgrade. */
export interface UpgradeProblem {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

export function upgradeProblem(error: unknown, log: Log): UpgradeProblem {
  const isRefusal = error instanceof Refusal;
  if (!isRefusal) log.error({ err: error }, 'fault');
  const { status, body, headers } = problemAnswer(isRefusal ? error : new Refusal('internal'));
  return { status, body: JSON.stringify(body), headers: { ...headers } };
}
