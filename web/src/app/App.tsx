import { Suspense } from 'react';
import {
  type AroundNavHandler,
  Redirect,
  Route,
  Router,
  Switch,
  useLocation,
  useSearch,
} from 'wouter';
import { browserBack } from '../lib/back/browser-back.ts';
import { type Account, UserContext, useAccount } from '../lib/use-account.ts';
import { Toasts } from '../ui/toasts/Toasts.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { MY_FILES } from './layout/places.ts';
import { SignInPage, SignUpPage } from './lazy-features.ts';
import { Pages } from './Pages.tsx';
import { addressAfterSignIn, signInAddress } from './session/address.ts';
import { useLeavingNothing } from './session/use-leaving-nothing.ts';

const fromBeneathLayers: AroundNavHandler = (navigate, to, options) =>
  browserBack.navigate(() => navigate(to, options));

export function App() {
  const account = useAccount();
  return (
    <Router aroundNav={fromBeneathLayers}>
      <ErrorBoundary>
        <Suspense>
          {account.is === 'nobody' && <Door account={account} />}
          {account.is === 'person' && <Inside account={account} />}
        </Suspense>
      </ErrorBoundary>
      <Toasts />
    </Router>
  );
}

/** What somebody sees who is not signed in: the way in, from wherever they wanted to go. */
function Door({ account }: { readonly account: Extract<Account, { is: 'nobody' }> }) {
  const [path] = useLocation();
  const search = useSearch();
  const wanted = search === '' ? path : `${path}?${search}`;
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage {...account} search={search} />
      </Route>
      <Route path="/sign-up">
        <SignUpPage search={search} />
      </Route>
      <Route>
        <Redirect to={signInAddress(wanted)} replace />
      </Route>
    </Switch>
  );
}

function Inside({ account }: { readonly account: Extract<Account, { is: 'person' }> }) {
  const [path] = useLocation();
  const search = useSearch();
  useLeavingNothing(account.user.id);
  if (path === '/' || path.startsWith('/sign-')) {
    return <Redirect to={addressAfterSignIn(search)} replace />;
  }
  // What is shared is posted there, and taken before it gets here. A bookmark of it brings nothing.
  if (path === '/share') return <Redirect to={MY_FILES.href} replace />;
  return (
    <UserContext value={account.user}>
      <Pages />
    </UserContext>
  );
}
