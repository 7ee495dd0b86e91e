import { changeDisplayName } from '@satchel/worker/page/account';
import { useState } from 'react';
import { displayNameFault, faultsOf } from '../../lib/account-fields.ts';
import { explainFailure } from '../../lib/explain-failure.ts';
import { useUser } from '../../lib/use-account.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { Section } from './Section.tsx';
import { useWhyNotNow } from './use-why-not-now.ts';

export function NameSection() {
  const user = useUser();
  const reason = useWhyNotNow('Changing your name');
  const [displayName, setDisplayName] = useState(user.displayName);
  const { isBusy, refused, onSubmit } = useSubmit<'displayName'>({
    check: () => faultsOf({ displayName: displayNameFault(displayName) }),
    send: async () => {
      await changeDisplayName(displayName.trim());
      showToast({ text: 'Name changed', tone: 'positive' });
    },
    explain: (failure) => ({ words: explainFailure(failure), fields: {} }),
  });
  return (
    <Section title="You" lead={user.email}>
      <form className="settings-form" onSubmit={onSubmit} noValidate>
        {refused.words !== null && (
          <Banner tone="negative" role="alert">
            {refused.words}
          </Banner>
        )}
        <TextField
          label="Name"
          autoComplete="name"
          description="Others see it beside what you change."
          value={displayName}
          onChange={setDisplayName}
          error={refused.fields.displayName}
        />
        <Button
          type="submit"
          isPending={isBusy}
          reason={reason}
          isDisabled={reason === undefined && displayName.trim() === user.displayName}
        >
          Change name
        </Button>
      </form>
    </Section>
  );
}
