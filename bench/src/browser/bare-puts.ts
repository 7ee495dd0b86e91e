import type { Page } from '../support/chromium/page.ts';

/** Sends the file that was chosen in `#file` as bare PUTs of 4 MiB slices, four at a time, nothing
 *  staged and nothing hashed. Resolves to the seconds it took. */
export function sendBarePuts(page: Page): Promise<number> {
  return page.run(async () => {
    const file = document.querySelector<HTMLInputElement>('#file')?.files?.[0];
    if (file === undefined) throw new Error('no file was chosen');
    const sliceBytes = 4 * 1024 * 1024;
    let offset = 0;
    const begun = performance.now();
    // Nothing in here may have a name of its own: the loader marks names with a function that the
    // page does not have.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while (offset < file.size) {
          const start = offset;
          offset += sliceBytes;
          const body = file.slice(start, start + sliceBytes);
          const answer = await fetch(`/${start}`, { method: 'PUT', body });
          if (!answer.ok) throw new Error(`the sink answered ${answer.status}`);
          await answer.text();
        }
      }),
    );
    return (performance.now() - begun) / 1000;
  }, undefined);
}
