import { locale } from './locale.ts';

/** Writes moments in one way. What does so takes a hundred times as long to make as to use, so it is made
 *  once, and again where somebody has travelled into another time zone. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: Date) => string {
  let made: { readonly format: Intl.DateTimeFormat; readonly offset: number } | undefined;
  return (at) => {
    const offset = new Date().getTimezoneOffset();
    if (made?.offset !== offset) {
      made = { format: new Intl.DateTimeFormat(locale, options), offset };
    }
    return made.format.format(at);
  };
}
