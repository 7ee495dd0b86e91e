type Rule = readonly [pattern: RegExp, name: string];

// In this order: most browsers also claim to be those further down.
const BROWSERS: readonly Rule[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly Rule[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const PROGRAM = /^([A-Za-z][\w.-]{0,39})(\/|$|\s)/;

/** What a person would call the device that sends this `User-Agent`: "Chrome on Linux". */
export function describeDevice(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const browser = firstMatch(BROWSERS, agent);
  const system = firstMatch(SYSTEMS, agent);
  if (browser !== undefined && system !== undefined) return `${browser} on ${system}`;
  return browser ?? programName(agent) ?? system ?? 'Unknown device';
}

function firstMatch(rules: readonly Rule[], agent: string): string | undefined {
  return rules.find(([pattern]) => pattern.test(agent))?.[1];
}

function programName(agent: string): string | undefined {
  const name = PROGRAM.exec(agent)?.[1];
  return name === 'Mozilla' ? undefined : name;
}
