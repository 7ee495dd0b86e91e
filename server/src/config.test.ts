import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeConfig, parseConfig } from './config.ts';

const faultsOf = (environment: Record<string, string>): string => {
  try {
    parseConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe('parseConfig', () => {
  it('needs nothing', () => {
    expect(parseConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: resolve('data'),
      publicUrl: undefined,
      databaseUrl: undefined,
      signup: 'open',
      defaultQuotaBytes: 100_000_000_000,
      logLevel: 'warn',
      adminPort: undefined,
    });
  });

  it('takes every setting', () => {
    const config = parseConfig({
      HOST: '::1',
      PORT: '0',
      DATA_DIR: '/srv/satchel',
      PUBLIC_URL: 'https://files.example.org',
      DATABASE_URL: 'postgres://satchel:secret@db.example.org/satchel',
      SIGNUP: 'closed',
      DEFAULT_QUOTA_BYTES: '5000',
      LOG_LEVEL: 'debug',
      ADMIN_PORT: '9090',
    });
    expect(config).toMatchObject({ host: '::1', port: 0, signup: 'closed', adminPort: 9090 });
    expect(config.publicUrl?.origin).toBe('https://files.example.org');
    expect(config.defaultQuotaBytes).toBe(5000);
  });

  it('takes an empty value for none', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 8080,
      databaseUrl: undefined,
    });
  });

  it.each([
    ['HOST', 'http://here'],
    ['PORT', '65536'],
    ['PORT', '80 80'],
    ['PORT', '8080.5'],
    ['PUBLIC_URL', 'files.example.org'],
    ['PUBLIC_URL', 'https://example.org/files'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['SIGNUP', 'yes'],
    ['DEFAULT_QUOTA_BYTES', '100GB'],
    ['DEFAULT_QUOTA_BYTES', '-1'],
    ['DEFAULT_QUOTA_BYTES', '9007199254740993'],
    ['LOG_LEVEL', 'loud'],
    ['ADMIN_PORT', '0'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(faultsOf({ [name]: value })).toMatch(new RegExp(`^Wrong settings:\n  ${name} must be`));
  });

  it('names all that is wrong at once', () => {
    const message = faultsOf({ PORT: 'x', SIGNUP: 'y', LOG_LEVEL: 'z' });
    expect(message.split('\n')).toHaveLength(4);
  });

  it('does not repeat a secret', () => {
    const message = faultsOf({ DATABASE_URL: 'mysql://satchel:secret@db/satchel' });
    expect(message).toContain('DATABASE_URL must be a postgres:// URL');
    expect(message).not.toContain('secret');
  });
});

describe('describeConfig', () => {
  it('lists every setting with its default', () => {
    const help = describeConfig();
    for (const name of ['HOST', 'PORT', 'DATA_DIR', 'PUBLIC_URL', 'DATABASE_URL', 'SIGNUP']) {
      expect(help).toContain(`  ${name} `);
    }
    expect(help).toMatch(/PORT {2,}the port to listen on \(8080\)/);
  });
});
