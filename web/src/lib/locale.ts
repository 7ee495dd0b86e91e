/** The words of this app are English, so figures and dates follow the person's own English where
 *  they have one (12 or 24 hours, order of day and month), else the British one. */
function chooseLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en(-|$)/i.test(language)) ?? 'en-GB';
}

export const locale = chooseLocale(globalThis.navigator?.languages ?? []);
