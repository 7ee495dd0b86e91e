/** SHA-256 over bytes, as lower-case hex. The platform's own is passed in, so this stays pure. */
export type Sha256Hex = (bytes: Uint8Array<ArrayBuffer>) => string | Promise<string>;

const HEX_DIGEST = /^[0-9a-f]{64}$/;

export function isSha256Hex(text: string): boolean {
  return HEX_DIGEST.test(text);
}

/** The digests of `hexDigests` one after the other as raw bytes, 32 for each. */
export function concatenateDigests(hexDigests: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hexDigests.length * 32);
  hexDigests.forEach((hex, digestIndex) => {
    for (let i = 0; i < 32; i++) {
      bytes[digestIndex * 32 + i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
    }
  });
  return bytes;
}

/** The hash of a content: SHA-256 over its concatenated raw chunk digests, in order. */
export async function contentHash(
  chunkHashes: readonly string[],
  sha256: Sha256Hex,
): Promise<string> {
  return sha256(concatenateDigests(chunkHashes));
}
