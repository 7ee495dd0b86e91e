import { codeOf, explainFailure } from '../../lib/explain-failure.ts';
import type { Refused } from '../../lib/use-submit.ts';

/** Why the way in stayed shut. */
export function explainRefusal(failure: unknown): Refused<'email'> {
  switch (codeOf(failure)) {
    case 'bad-credentials':
      return { words: 'E-mail or password is wrong. Check both and try again.', fields: {} };
    case 'email-taken':
      return {
        words: null,
        fields: { email: 'This e-mail already has an account. Sign in instead.' },
      };
    case 'signup-closed':
      return {
        words: 'This server takes no new accounts. Ask the person who runs it for one.',
        fields: {},
      };
    case 'rate-limited':
      return { words: 'Too many tries. Wait a few minutes, then try again.', fields: {} };
    default:
      return { words: explainFailure(failure), fields: {} };
  }
}
