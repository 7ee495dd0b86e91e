import type { User } from '@satchel/shared/wire/users';
import { isActive, type UploadRow } from '@satchel/worker/local/uploads';
import { signIn } from '@satchel/worker/page/account';
import { useState } from 'react';
import { Link } from 'wouter';
import { emailFault, faultsOf, givenPasswordFault } from '../../lib/account-fields.ts';
import { formatCount } from '../../lib/format-bytes.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { useUploads } from '../../lib/use-uploads.ts';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AuthLayout } from './AuthLayout.tsx';
import { explainRefusal } from './explain-refusal.ts';

interface Props {
  /** Who was signed in here last: they find their e-mail filled in. */
  readonly lastUser: User | null;
  /** They have not signed out here, so they are told what may have happened. */
  readonly isEndedElsewhere: boolean;
  /** The query of the address, kept on the way to the other screen. */
  readonly search: string;
}

export function SignInPage({ lastUser, isEndedElsewhere, search }: Props) {
  const waiting = countWaiting(useUploads(lastUser?.id ?? ''));
  const [email, setEmail] = useState(lastUser?.email ?? '');
  const [password, setPassword] = useState('');
  const { isBusy, refused, onSubmit } = useSubmit<'email' | 'password'>({
    check: () => faultsOf({ email: emailFault(email), password: givenPasswordFault(password) }),
    send: async () => void (await signIn({ email: email.trim(), password })),
    explain: explainRefusal,
  });
  return (
    <AuthLayout
      title="Sign in"
      lead={leadOf(lastUser, search, waiting)}
      news={isEndedElsewhere ? ENDED_ELSEWHERE : null}
      refusal={refused.words}
      otherWay={
        <>
          New here? <Link href={`/sign-up${search && `?${search}`}`}>Create an account</Link>
        </>
      }
    >
      <form className="auth-form" onSubmit={onSubmit} noValidate>
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          autoFocus={lastUser === null}
          value={email}
          onChange={setEmail}
          error={refused.fields.email}
        />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          autoFocus={lastUser !== null}
          value={password}
          onChange={setPassword}
          error={refused.fields.password}
        />
        <Button type="submit" variant="primary" isWide isPending={isBusy}>
          {isBusy ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </AuthLayout>
  );
}

// Which of them it was, the server does not say.
const ENDED_ELSEWHERE =
  'This browser was signed out: from another device, by a change of password, or because the session ended. Your files are safe on the server. The copies that were kept here are removed.';

/** Whoever was sent here from a page learns that they get back to it, and what waits for them. */
function leadOf(lastUser: User | null, search: string, waiting: number): string | undefined {
  const greeting = lastUser === null ? undefined : `Welcome back, ${lastUser.displayName}.`;
  const query = new URLSearchParams(search);
  if (query.has('shared')) return 'What you shared is kept in this browser. Sign in to send it.';
  const isSentHere = query.has('to');
  const lead = isSentHere ? 'Sign in to go on where you were.' : greeting;
  if (waiting === 0) return lead;
  const uploads = waiting === 1 ? '1 upload goes' : `${formatCount(waiting)} uploads go`;
  return `${lead} ${uploads} on when you sign in.`;
}

/** Uploads that nothing but the sign-in holds up. */
function countWaiting(uploads: readonly UploadRow[] = []): number {
  return uploads.filter((upload) => upload.blockedBy === 'sign-in' || isActive(upload)).length;
}
