// Runs before the first paint, so that a chosen theme never flashes as the other. It is a file of its
// own because the Content-Security-Policy refuses inline scripts. src/lib/theme-store.ts writes
// what it reads here.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('satchel-theme');
  } catch {
    // Storage may be forbidden; the system's theme serves.
  }
  const isChosen = theme === 'light' || theme === 'dark';
  if (isChosen) document.documentElement.dataset.theme = theme;
  const isDark = isChosen ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', isDark ? '#141210' : '#f6f4f1');
})();
