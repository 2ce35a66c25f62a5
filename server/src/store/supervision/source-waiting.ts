import type { BundleSheet } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type BundlePiles, type Pile, styleKey } from "./bundle-piles.ts";
import type { SlotSource } from "./line-slots.ts";

/** What waits for the operations of a style of an order. */
export interface Waiting {
  readonly bundles: number;
  readonly pieces: number;
  /** Of the bundle that waits longest, UTC ms; Infinity when none does. */
  readonly since: number;
}

/** What waits for what the operations of the lines stand for: an act moves bundles of one style, and no other is counted again. */
export interface SourceWaiting {
  /** null when no bundle of the style is under way. */
  of(source: SlotSource): Waiting | null;
  moved(sheet: Pick<BundleSheet, "orderId" | "styleId">): void;
  /** All is counted again when it is next asked for. */
  forget(): void;
}

export function createSourceWaiting(sqlite: Database, piles: BundlePiles): SourceWaiting {
  const sinceOf = createSinceReader(sqlite);
  const styles = new Map<string, Map<SlotSource, Waiting | null>>();

  function count(source: SlotSource): Waiting | null {
    const of = piles.of(source.orderId, source.styleId);
    if (of === null) return null;
    const waiting = waitingIn(of, source);
    const codes = waiting.bundles === 0 ? [] : source.codes;
    const since = codes.flatMap((code) => sinceOf(source, code) ?? []);
    return { ...waiting, since: Math.min(...since) };
  }

  return {
    of(source) {
      const key = styleKey(source);
      const sources = styles.get(key) ?? new Map<SlotSource, Waiting | null>();
      styles.set(key, sources);
      const known = sources.get(source);
      if (known !== undefined) return known;
      const counted = count(source);
      sources.set(source, counted);
      return counted;
    },
    moved: (sheet) => void styles.delete(styleKey(sheet)),
    forget: () => styles.clear(),
  };
}

/** What waits for some operations: each bundle once, and of parts that come together the largest pile. */
function waitingIn(piles: readonly Pile[], { codes, joins }: SlotSource) {
  const apart = { bundles: 0, pieces: 0 };
  const parts = new Map<string, Map<string | null, number>>();
  for (const { part, next, bundles, pieces } of piles) {
    const code = codes.find((each) => next.includes(each));
    if (code === undefined) continue;
    apart.bundles += bundles;
    if (!joins.includes(code)) {
      apart.pieces += pieces;
      continue;
    }
    const ofJoin = parts.get(code) ?? new Map<string | null, number>();
    parts.set(code, ofJoin.set(part, (ofJoin.get(part) ?? 0) + pieces));
  }
  const joined = [...parts.values()].reduce((sum, of) => sum + Math.max(...of.values()), 0);
  return { bundles: apart.bundles, pieces: apart.pieces + joined };
}

function createSinceReader(sqlite: Database) {
  const first = sqlite
    .prepare<[string, string, string], number>(
      `SELECT since FROM waits WHERE order_id = ? AND style_id = ? AND operation = ?
       ORDER BY since LIMIT 1`,
    )
    .pluck();
  return ({ orderId, styleId }: SlotSource, code: string): number | undefined =>
    first.get(orderId, styleId, code);
}
