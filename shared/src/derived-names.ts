import { MAX_NAME_BYTES } from './limits.ts';
import { withoutForbidden } from './names.ts';
import { utf8Length, utf8Prefix } from './utf8.ts';

/** Splits "photo.tar.gz" into "photo.tar" and ".gz". A leading dot begins no extension. */
export function splitExtension(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || dot === name.length - 1) return { stem: name, extension: '' };
  return { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/** "name (2).ext": the name for the n-th of its kind. The stem is shortened where the whole would
 *  be too long; the number and the extension stay. */
export function numberedName(name: string, n: number): string {
  return withSuffix(name, ` (${n})`);
}

/** "name (conflicted copy, Display Name, 2026-11-22).ext". `date` is the ISO date, UTC. */
export function conflictedCopyName(name: string, displayName: string, date: string): string {
  const who = utf8Prefix(withoutForbidden(displayName.normalize('NFC')), MAX_WHO_BYTES).trim();
  return withSuffix(name, ` (conflicted copy, ${who}, ${date})`);
}

/** What becomes of a name from elsewhere, where other things are allowed: `written` itself, in the form
 *  in which it is stored, where that is a name; else the nearest that is one. */
export function fittingName(written: string): string {
  const clean = trimmed(withoutForbidden(written.toWellFormed().normalize('NFC')));
  return trimmed(utf8Length(clean) > MAX_NAME_BYTES ? withSuffix(clean, '') : clean) || UNNAMED;
}

function trimmed(name: string): string {
  return name.trim().replace(OUTER, '');
}

const UNNAMED = 'Unnamed';
const MAX_WHO_BYTES = 80;
const MAX_CHARACTER_BYTES = 4;
// A name that is cut must not end like this.
const OUTER = /[\s.]+$/u;

function withSuffix(name: string, suffix: string): string {
  const { stem, extension } = splitExtension(name);
  const room = MAX_NAME_BYTES - utf8Length(suffix) - MAX_CHARACTER_BYTES;
  const tail = suffix + utf8Prefix(extension, room).replace(OUTER, '');
  return utf8Prefix(stem, MAX_NAME_BYTES - utf8Length(tail)).trimEnd() + tail;
}
