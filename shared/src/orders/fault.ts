/** One thing to mend in what was sent; `path` is an RFC 6901 pointer into it. */
export interface Fault<Code extends string> {
  readonly code: Code;
  readonly path: string;
}

/** A fault at each entry whose key an earlier one has. */
export function duplicates<Code extends string>(
  entries: readonly { readonly key: string; readonly path: string }[],
  code: Code,
): Fault<Code>[] {
  const seen = new Set<string>();
  const faults: Fault<Code>[] = [];
  for (const { key, path } of entries) {
    if (seen.has(key)) faults.push({ code, path });
    seen.add(key);
  }
  return faults;
}
