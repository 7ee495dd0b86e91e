import { describe, expect, it } from 'vitest';
import { asRefusal, isTransient } from './failures.ts';

const failure = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('asRefusal', () => {
  it.each(['08006', '57P01', '57P02', '57P03', '53300', '57014', '25006'])(
    'takes the state %s for a database that is lost',
    (state) => {
      const error = failure(state);
      expect(asRefusal(error)).toMatchObject({
        code: 'storage-unavailable',
        details: { retryAfterSeconds: 1 },
        cause: error,
      });
    },
  );

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND'])(
    'takes the socket error %s for the same',
    (code) => {
      expect(asRefusal(failure(code))).toMatchObject({ code: 'storage-unavailable' });
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Query read timeout',
  ])('takes the driver\'s "%s" for the same', (message) => {
    expect(asRefusal(new Error(message))).toMatchObject({ code: 'storage-unavailable' });
  });

  it('takes a full disk for what it is', () => {
    expect(asRefusal(failure('53100'))).toMatchObject({ code: 'storage-full' });
  });

  it.each(['23505', '42601', '22P02', '28P01'])('leaves the state %s a fault', (state) => {
    const error = failure(state);
    expect(asRefusal(error)).toBe(error);
  });

  it('leaves whatever else is thrown alone', () => {
    const error = new TypeError('a bug');
    expect(asRefusal(error)).toBe(error);
    expect(asRefusal('a string')).toBe('a string');
  });
});

describe('isTransient', () => {
  it.each([
    ['40001', true],
    ['40P01', true],
    ['23505', false],
    ['0A000', false],
  ])('%s: %s', (state, answer) => {
    expect(isTransient(failure(state))).toBe(answer);
  });
});
