import { MIN_PASSWORD_CHARACTERS } from '@satchel/shared/limits';
import { signUp } from '@satchel/worker/page/account';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  displayNameFault,
  emailFault,
  faultsOf,
  newPasswordFault,
} from '../../lib/account-fields.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AuthLayout } from './AuthLayout.tsx';
import { explainRefusal } from './explain-refusal.ts';

interface Props {
  /** The query of the address, kept on the way to the other screen. */
  readonly search: string;
}

export function SignUpPage({ search }: Props) {
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { isBusy, refused, onSubmit } = useSubmit<'displayName' | 'email' | 'password'>({
    check: () =>
      faultsOf({
        displayName: displayNameFault(displayName),
        email: emailFault(email),
        password: newPasswordFault(password),
      }),
    send: async () => void (await signUp({ displayName, email: email.trim(), password })),
    explain: explainRefusal,
  });
  return (
    <AuthLayout
      title="Create an account"
      lead="Your files, on every device."
      refusal={refused.words}
      otherWay={
        <>
          Have an account? <Link href={`/sign-in${search && `?${search}`}`}>Sign in</Link>
        </>
      }
    >
      <form className="auth-form" onSubmit={onSubmit} noValidate>
        <TextField
          label="Name"
          autoComplete="name"
          autoFocus
          value={displayName}
          onChange={setDisplayName}
          error={refused.fields.displayName}
        />
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={refused.fields.email}
        />
        <PasswordField
          label="Password"
          autoComplete="new-password"
          description={`At least ${MIN_PASSWORD_CHARACTERS} characters. A sentence is easy to remember.`}
          value={password}
          onChange={setPassword}
          error={refused.fields.password}
        />
        <Button type="submit" variant="primary" isWide isPending={isBusy}>
          {isBusy ? 'Creating the account…' : 'Create account'}
        </Button>
      </form>
    </AuthLayout>
  );
}
