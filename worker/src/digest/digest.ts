// SHA-256 of bytes that are in memory, as lower-case hex.

export type Digest = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) => Promise<string>;

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
