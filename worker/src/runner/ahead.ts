/** Gives what `source` gives, and has it work on the next item while this one is used. Whoever stops
 *  early leaves the one that was begun to end by itself. */
export async function* ahead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = source.next();
  for (;;) {
    const { value, done } = await next;
    if (done) return;
    next = source.next();
    // It is awaited in the next round; should nobody come for it, its failure concerns nobody.
    next.catch(() => {});
    yield value;
  }
}
