// What the first list does not need is loaded when it is asked for.
import { lazy } from 'react';

export const TrashPage = lazy(() =>
  import('../features/trash/index.ts').then((module) => ({ default: module.TrashPage })),
);
export const TransfersPanel = lazy(() =>
  import('../features/transfers/index.ts').then((module) => ({ default: module.TransfersPanel })),
);
export const OfflinePage = lazy(() =>
  import('../features/offline/index.ts').then((module) => ({ default: module.OfflinePage })),
);
export const SettingsPage = lazy(() =>
  import('../features/settings/index.ts').then((module) => ({ default: module.SettingsPage })),
);
export const SignInPage = lazy(() =>
  import('../features/auth/index.ts').then((module) => ({ default: module.SignInPage })),
);
export const SignUpPage = lazy(() =>
  import('../features/auth/index.ts').then((module) => ({ default: module.SignUpPage })),
);
const loadWaiting = () => import('../features/waiting/index.ts');
export const WaitingPage = lazy(() =>
  loadWaiting().then((module) => ({ default: module.WaitingPage })),
);
export const WatchOutbox = lazy(() =>
  loadWaiting().then((module) => ({ default: module.WatchOutbox })),
);
export const InsecureBanner = lazy(() =>
  import('./insecure/InsecureBanner.tsx').then((module) => ({ default: module.InsecureBanner })),
);
export const HelpSheet = lazy(() =>
  import('./shortcuts/HelpSheet.tsx').then((module) => ({ default: module.HelpSheet })),
);
export const SignOutDialog = lazy(() =>
  import('./session/SignOutDialog.tsx').then((module) => ({ default: module.SignOutDialog })),
);
