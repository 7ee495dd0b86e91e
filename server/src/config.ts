import { resolve } from 'node:path';
import * as v from 'valibot';
import { LOG_LEVELS } from './lib/log-level.ts';
import { StartRefused } from './lib/start-refused.ts';

interface Variable<Value> {
  readonly name: string;
  readonly default?: string;
  readonly meaning: string;
  /** Holds a password: never repeated in a message. */
  readonly isSecret?: true;
  readonly schema: v.GenericSchema<string, Value>;
}

// Any free port is 0.
const port = (least: number) => wholeNumber(least, 65_535);

/** Everything that can be set from outside, and all that `--help` knows. */
const VARIABLES = {
  host: variable({
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'the address to listen on; 0.0.0.0 for all',
    schema: v.pipe(v.string(), v.regex(/^[\w.:%-]+$/, 'must be a host name or an address')),
  }),
  port: variable({
    name: 'PORT',
    default: '8080',
    meaning: 'the port to listen on',
    schema: port(0),
  }),
  dataDir: variable({
    name: 'DATA_DIR',
    default: './data',
    meaning: 'where the database and the chunks are kept',
    schema: v.pipe(
      v.string(),
      v.transform((path) => resolve(path)),
    ),
  }),
  publicUrl: optional({
    name: 'PUBLIC_URL',
    meaning:
      'the address people use, such as https://files.example.org; on https, cookies are secure',
    schema: originUrl(),
  }),
  databaseUrl: optional({
    name: 'DATABASE_URL',
    meaning: 'a PostgreSQL 15 or newer of your own instead of the embedded one',
    isSecret: true,
    schema: v.pipe(v.string(), v.check(isPostgresUrl, 'must be a postgres:// URL')),
  }),
  signup: variable({
    name: 'SIGNUP',
    default: 'open',
    meaning: 'open or closed: whether new accounts can be created',
    schema: v.picklist(['open', 'closed'], 'must be open or closed'),
  }),
  defaultQuotaBytes: variable({
    name: 'DEFAULT_QUOTA_BYTES',
    default: '100000000000',
    meaning: 'the room that a new account gets',
    schema: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    default: 'warn',
    meaning: LOG_LEVELS.join(', '),
    schema: v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`),
  }),
  adminPort: optional({
    name: 'ADMIN_PORT',
    meaning: 'where /metrics is served, on this machine only; unset: nowhere',
    schema: port(1),
  }),
};

type Table = typeof VARIABLES;

export type Config = { readonly [Key in keyof Table]: v.InferOutput<Table[Key]['schema']> };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws one `StartRefused` that names every wrong value. An empty value
 *  counts as not set. */
export function parseConfig(environment: Environment): Config {
  const faults: string[] = [];
  const entries = Object.entries<Variable<unknown>>(VARIABLES).map(([key, setting]) => {
    const text = environment[setting.name]?.trim() || setting.default;
    if (text === undefined) return [key, undefined];
    const parsed = v.safeParse(setting.schema, text);
    if (!parsed.success) faults.push(describeFault(setting, text, parsed.issues[0].message));
    return [key, parsed.output];
  });
  if (faults.length > 0) throw new StartRefused(`Wrong settings:\n${faults.join('\n')}`);
  // Each entry was just parsed by the schema that its type is inferred from.
  return Object.fromEntries(entries) as Config;
}

/** What `--help` prints. */
export function describeConfig(): string {
  const settings = Object.values<Variable<unknown>>(VARIABLES);
  const width = Math.max(...settings.map(({ name }) => name.length)) + 2;
  const lines = settings.map(({ name, meaning, default: standard }) => {
    const suffix = standard === undefined ? '' : ` (${standard})`;
    return `  ${name.padEnd(width)}${meaning}${suffix}`;
  });
  return `npm start runs Satchel. Settings, all optional, from the environment (default in brackets):\n\n${lines.join('\n')}`;
}

function describeFault({ name, isSecret }: Variable<unknown>, text: string, fault: string): string {
  return `  ${name} ${fault}${isSecret ? '' : `, not "${text}"`}`;
}

function variable<Value>(settings: Variable<Value> & { readonly default: string }) {
  return settings;
}

/** Undefined when it is not set. */
function optional<Value>(settings: Variable<Value>): Variable<Value | undefined> {
  return settings;
}

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d+$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

function originUrl() {
  return v.pipe(
    v.string(),
    v.check(isOrigin, 'must be a http:// or https:// address without a path'),
    v.transform((text) => new URL(text)),
  );
}

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.href === `${url.origin}/`;
}

function isPostgresUrl(text: string): boolean {
  return ['postgres:', 'postgresql:'].includes(parseUrl(text)?.protocol ?? '');
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
