import { Monitor, Moon, Sun } from 'lucide-react';
import { chooseTheme, type Theme, useThemeStore } from '../../lib/theme-store.ts';
import { type Segment, SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Section } from './Section.tsx';

const THEME_SEGMENTS: readonly Segment<Theme>[] = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
];

export function AppearanceSection() {
  const theme = useThemeStore((state) => state.theme);
  return (
    <Section title="Appearance" lead="For this browser.">
      <SegmentedControl
        label="Theme"
        segments={THEME_SEGMENTS}
        value={theme}
        onChange={chooseTheme}
      />
    </Section>
  );
}
