import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

// `public/theme.js` reads the same key before the first paint.
const KEY = 'satchel-theme';
const CANVAS = { light: '#f6f4f1', dark: '#141210' } as const;

export const useThemeStore = create<{ readonly theme: Theme }>(() => ({ theme: readTheme() }));

export function chooseTheme(theme: Theme): void {
  keepTheme(theme);
  show(theme);
}

/** Follows a choice made in another tab, and the system's own changes. */
export function followTheme(): void {
  addEventListener('storage', ({ key }) => key === KEY && show(readTheme()));
  systemIsDark().addEventListener('change', () => show(useThemeStore.getState().theme));
}

function show(theme: Theme): void {
  useThemeStore.setState({ theme });
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const shown = theme === 'system' ? (systemIsDark().matches ? 'dark' : 'light') : theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', CANVAS[shown]);
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

function keepTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the tab.
  }
}
