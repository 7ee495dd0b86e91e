import { changePassword } from '@satchel/worker/page/account';
import { useState } from 'react';
import { faultsOf, givenPasswordFault, newPasswordFault } from '../../lib/account-fields.ts';
import { codeOf, explainFailure } from '../../lib/explain-failure.ts';
import { useUser } from '../../lib/use-account.ts';
import { type Refused, useSubmit } from '../../lib/use-submit.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { Section } from './Section.tsx';
import { useWhyNotNow } from './use-why-not-now.ts';

export function PasswordSection() {
  const { email } = useUser();
  const reason = useWhyNotNow('Changing the password');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { isBusy, refused, onSubmit } = useSubmit<'current' | 'next'>({
    check: () => faultsOf({ current: givenPasswordFault(current), next: newPasswordFault(next) }),
    send: async () => {
      await changePassword({ current, next });
      setCurrent('');
      setNext('');
      showToast({ text: 'Password changed. Other devices were signed out.', tone: 'positive' });
    },
    explain,
  });
  return (
    <Section title="Password" lead="Changing it signs out every other device.">
      <form className="settings-form" onSubmit={onSubmit} noValidate>
        {refused.words !== null && (
          <Banner tone="negative" role="alert">
            {refused.words}
          </Banner>
        )}
        {/* A password manager needs to know whose password changes. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label="Current password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={refused.fields.current}
        />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          error={refused.fields.next}
        />
        <Button type="submit" isPending={isBusy} reason={reason}>
          Change password
        </Button>
      </form>
    </Section>
  );
}

function explain(failure: unknown): Refused<'current' | 'next'> {
  return codeOf(failure) === 'bad-credentials'
    ? { words: null, fields: { current: 'This is not your current password.' } }
    : { words: explainFailure(failure), fields: {} };
}
