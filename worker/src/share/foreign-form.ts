/** What the worker is told of a form that was posted to the share target. */
export interface PostedForm {
  /** The `Origin` header; the fetch metadata is added further down, where no worker sees it. */
  readonly origin: string | null;
  readonly referrer: string;
  readonly destination: string;
}

/** Whether a page of somebody else posted it. The system shares without a referrer and with the
 *  origin `null`, or names an app. A page that hides where it is looks the same: what it gains is a
 *  file that the person sees arrive, for it has to open the app to do it. */
export function isForeignForm(form: PostedForm, ownOrigin: string): boolean {
  if (form.destination !== 'document') return true;
  return [form.origin, form.referrer].some((from) => isPage(from) && originOf(from) !== ownOrigin);
}

function isPage(from: string | null): from is string {
  return from !== null && /^https?:/.test(from);
}

function originOf(address: string): string {
  return new URL(address).origin;
}
