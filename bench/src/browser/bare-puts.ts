import type { Page } from '../support/chromium/page.ts';

/** Sends the files that were chosen in `#file` as bare PUTs of at most 4 MiB, `atOnce` at a time, with
 *  nothing staged and nothing hashed. Resolves to the seconds it took. */
export function sendBarePuts(page: Page, atOnce: number): Promise<number> {
  return page.run(async (lanes) => {
    const files = [...(document.querySelector<HTMLInputElement>('#file')?.files ?? [])];
    const sliceBytes = 4 * 1024 * 1024;
    const slices = files.flatMap((file) =>
      Array.from({ length: Math.ceil(file.size / sliceBytes) }, (_, i) => {
        return file.slice(i * sliceBytes, (i + 1) * sliceBytes);
      }),
    );
    const left = slices.values();
    const begun = performance.now();
    // Nothing in here may have a name of its own: the loader marks names with a function that the
    // page does not have.
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (const body of left) {
          const answer = await fetch('/chunk', { method: 'PUT', body });
          if (!answer.ok) throw new Error(`the sink answered ${answer.status}`);
          await answer.text();
        }
      }),
    );
    return (performance.now() - begun) / 1000;
  }, atOnce);
}
