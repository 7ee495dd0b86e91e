import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { FilesPage } from '../features/files/index.ts';
import { useLeavingStore } from '../lib/leaving-store.ts';
import { Shell } from './layout/Shell.tsx';
import {
  HelpSheet,
  OfflinePage,
  SettingsPage,
  SignOutDialog,
  TrashPage,
  WaitingPage,
  WatchOutbox,
} from './lazy-features.ts';
import { NotFound } from './NotFound.tsx';
import { useHelpStore } from './shortcuts/help-store.ts';

/** The pages of somebody signed in. */
export function Pages() {
  const isHelpOpen = useHelpStore(({ isOpen }) => isOpen);
  const isLeaving = useLeavingStore((state) => state.isLeaving);
  return (
    <Shell>
      <Switch>
        <Route path="/files/:folderId?" component={FilesPage} />
        <Route path="/trash" component={TrashPage} />
        <Route path="/offline" component={OfflinePage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="/waiting" component={WaitingPage} />
        <Route component={NotFound} />
      </Switch>
      <Suspense>
        <WatchOutbox />
      </Suspense>
      {isHelpOpen && (
        <Suspense>
          <HelpSheet />
        </Suspense>
      )}
      {isLeaving && (
        <Suspense>
          <SignOutDialog />
        </Suspense>
      )}
    </Shell>
  );
}
