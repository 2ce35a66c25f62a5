import type { Names } from "../facts.ts";

/** What rows are sorted by; a field that is not given is the same for all. */
export interface RowPlace {
  readonly day?: string;
  readonly lineId?: string | null;
  readonly orderId?: string | null;
  readonly styleId?: string | null;
  readonly code?: string | null;
  readonly operation?: string | null;
  readonly size?: string | null;
  readonly colour?: string | null;
}

const text = new Intl.Collator("fr", { numeric: true });

/** By day, line as the plans list them, order, style, operation, then size and colour as the style lists them; nothing last. */
export function byPlace(names: Names): (a: RowPlace, b: RowPlace) => number {
  const lines = ranks([...names.lines.keys()]);
  const styles = new Map(
    [...names.styles].map(([id, { sizes, colours }]) => [
      id,
      { sizes: ranks(sizes), colours: ranks(colours) },
    ]),
  );
  return (a, b) => {
    const own = styles.get(a.styleId ?? "");
    return (
      compare(a.day, b.day) ||
      rankOf(lines, a.lineId) - rankOf(lines, b.lineId) ||
      compare(a.lineId, b.lineId) ||
      compare(a.orderId, b.orderId) ||
      compare(a.styleId, b.styleId) ||
      compare(a.code, b.code) ||
      compare(a.operation, b.operation) ||
      rankOf(own?.sizes, a.size) - rankOf(own?.sizes, b.size) ||
      compare(a.size, b.size) ||
      rankOf(own?.colours, a.colour) - rankOf(own?.colours, b.colour) ||
      compare(a.colour, b.colour)
    );
  };
}

function ranks(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((each, index) => [each, index]));
}

function rankOf(known: ReadonlyMap<string, number> | undefined, of: string | null | undefined) {
  return known?.get(of ?? "") ?? Number.MAX_SAFE_INTEGER;
}

function compare(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return text.compare(a, b);
}
