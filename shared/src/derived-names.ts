import { MAX_NAME_BYTES } from './limits.ts';
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
  const who = utf8Prefix(displayName.replace(/[/\\]/g, '-'), 80).trim();
  return withSuffix(name, ` (conflicted copy, ${who}, ${date})`);
}

function withSuffix(name: string, suffix: string): string {
  const { stem, extension } = splitExtension(name);
  const tail = suffix + utf8Prefix(extension, MAX_NAME_BYTES - utf8Length(suffix) - 1);
  return utf8Prefix(stem, MAX_NAME_BYTES - utf8Length(tail)).trimEnd() + tail;
}
