import { LogOut } from 'lucide-react';
import { leave } from '../../lib/leave.ts';
import { useUser } from '../../lib/use-account.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from './Section.tsx';

export function AboutSection() {
  const { id } = useUser();
  return (
    <Section title="About">
      <p className="settings-note">
        Satchel {import.meta.env.SATCHEL_VERSION}, free software under the AGPL 3.0 or later. Every
        file is checked piece by piece on its way in, and kept on the server you use.
      </p>
      <Button icon={LogOut} onPress={() => void leave(id)}>
        Sign out
      </Button>
    </Section>
  );
}
