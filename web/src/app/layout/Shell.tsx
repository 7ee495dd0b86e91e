import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useIsNarrow } from '../../lib/use-media-query.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { InsecureBanner, TransfersPanel } from '../lazy-features.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { UpdatePrompt } from '../updates/UpdatePrompt.tsx';
import { BottomBar } from './BottomBar.tsx';
import { SideBar } from './SideBar.tsx';
import { TopBar } from './TopBar.tsx';
import { MAIN_ID, useFocusOnArrival } from './use-focus-on-arrival.ts';
import './shell.css';

/** The frame around every page of somebody signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const isPhone = useIsNarrow();
  const [path] = useLocation();
  useFocusOnArrival();
  useShortcuts();
  return (
    <div className="shell">
      <a className="skip-link" href={`#${MAIN_ID}`}>
        Skip to the content
      </a>
      {!isPhone && <SideBar />}
      <TopBar isPhone={isPhone} />
      <main id={MAIN_ID} className="shell-main" tabIndex={-1}>
        <UpdatePrompt />
        <Suspense>{!isSecureContext && <InsecureBanner />}</Suspense>
        <ErrorBoundary key={path}>
          <Suspense fallback={<Skeleton label="Loading" />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      {isPhone && <BottomBar />}
      <Suspense>
        <TransfersPanel />
      </Suspense>
    </div>
  );
}
