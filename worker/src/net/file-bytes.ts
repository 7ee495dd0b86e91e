import { errorFrom, networkError } from './api-error.ts';

/** All bytes at an address of the API. `onBytes` is told how many have come. Throws `ApiError`. */
export async function readFileBytes(path: string, onBytes: (count: number) => void): Promise<Blob> {
  const answer = await fetch(path).catch((cause: unknown) => {
    throw networkError(cause);
  });
  if (!answer.ok) throw await errorFrom(answer);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  const reader = answer.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      parts.push(part.value);
      count += part.value.byteLength;
      onBytes(count);
    }
  } catch (cause) {
    throw networkError(cause);
  }
  return new Blob(parts);
}
