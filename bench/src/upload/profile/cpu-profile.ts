import type { Profiler } from 'node:inspector';

/** A place in the program, innermost last. */
export type Stack = readonly Profiler.Profile['nodes'][number]['callFrame'][];

/** What the main thread of the server is busy with. */
export type Cause =
  | 'idle'
  | 'hashing'
  | 'receiving: sockets and HTTP'
  | 'answering'
  | 'handing work to the file threads'
  | 'PostgreSQL: sending and reading'
  | 'garbage collection'
  | 'Satchel and Koa'
  | 'everything else';

interface Rule {
  readonly cause: Cause;
  readonly functionName?: RegExp;
  readonly url?: RegExp;
}

// The innermost frame that a rule knows decides.
const RULES: readonly Rule[] = [
  { cause: 'idle', functionName: /^\(idle\)$/ },
  { cause: 'garbage collection', functionName: /^\(garbage collector\)$/ },
  { cause: 'hashing', url: /^node:internal\/crypto/ },
  { cause: 'handing work to the file threads', url: /^node:(internal\/fs|fs)/ },
  { cause: 'PostgreSQL: sending and reading', url: /node_modules\/pg/ },
  { cause: 'answering', url: /^node:_http_(outgoing|server)/ },
  { cause: 'receiving: sockets and HTTP', functionName: /^(take|readBody)$/ },
  { cause: 'receiving: sockets and HTTP', url: /^node:(_http_|internal\/http)/ },
  { cause: 'Satchel and Koa', url: /server\/dist|node_modules\/(@?koa)/ },
  { cause: 'receiving: sockets and HTTP', url: /^node:(net|internal\/stream)/ },
];

export function causeOf(stack: Stack): Cause {
  for (const frame of stack.toReversed()) {
    const rule = RULES.find(
      ({ functionName, url }) =>
        (functionName?.test(frame.functionName) ?? true) && (url?.test(frame.url) ?? true),
    );
    if (rule !== undefined) return rule.cause;
  }
  return 'everything else';
}

/** Milliseconds of a profile by what they went into. */
export function sumByCause(profile: Profiler.Profile): Map<Cause, number> {
  const causes = causesOfNodes(profile);
  const sums = new Map<Cause, number>();
  for (const [i, node] of (profile.samples ?? []).entries()) {
    const cause = causes.get(node) ?? 'everything else';
    const ms = (profile.timeDeltas?.[i] ?? 0) / 1000;
    sums.set(cause, (sums.get(cause) ?? 0) + ms);
  }
  return sums;
}

function causesOfNodes({ nodes }: Profiler.Profile): Map<number, Cause> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const causes = new Map<number, Cause>();
  const visit = (id: number, above: Stack): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const stack = [...above, node.callFrame];
    causes.set(id, causeOf(stack));
    for (const child of node.children ?? []) visit(child, stack);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, []);
  return causes;
}
