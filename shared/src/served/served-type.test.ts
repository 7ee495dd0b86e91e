import { describe, expect, it } from 'vitest';
import { serveAs } from './served-type.ts';

describe('serveAs', () => {
  it.each([
    'image/png',
    'video/mp4',
    'audio/flac',
    'application/pdf',
    'IMAGE/JPEG',
    'image/webp; x=1',
  ])('DL10 shows %s where it is asked for', (type) => {
    expect(serveAs(type, true).disposition).toBe('inline');
    expect(serveAs(type, false).disposition).toBe('attachment');
  });

  it.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'application/xhtml+xml',
    'image/svg+xml',
    'text/xml',
    'text/javascript',
    'text/css',
    'application/octet-stream',
    'image/png, text/html',
    'image/png/../../text/html',
    '',
  ])('DL10 never shows %j', (type) => {
    expect(serveAs(type, true).disposition).toBe('attachment');
  });

  it.each([
    ['text/plain', 'text/plain; charset=utf-8'],
    ['text/plain; charset=utf-7', 'text/plain; charset=utf-8'],
    ['image/png; a=b', 'image/png'],
    ['image/png\r\nx: y', 'application/octet-stream'],
    ['nonsense', 'application/octet-stream'],
  ])('DL10 %j is sent as %s', (claimed, sent) => {
    expect(serveAs(claimed, true).headers['Content-Type']).toBe(sent);
  });

  it('DL10 whatever the type, it is neither guessed nor run', () => {
    const { headers } = serveAs('text/html', true);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Content-Security-Policy']).toMatch(/^sandbox; default-src 'none';/);
  });
});
