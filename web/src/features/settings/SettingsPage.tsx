import { useTitle } from '../../lib/use-title.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { BrowserSection } from './BrowserSection.tsx';
import { DevicesSection } from './devices/DevicesSection.tsx';
import { NameSection } from './NameSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import './settings.css';

export function SettingsPage() {
  useTitle('Settings');
  return (
    <div className="settings">
      <div className="settings-column">
        <h1 className="settings-title">Settings</h1>
        <NameSection />
        <PasswordSection />
        <DevicesSection />
        <AppearanceSection />
        <BrowserSection />
        <AboutSection />
      </div>
    </div>
  );
}
