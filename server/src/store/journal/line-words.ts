import { COLUMNS } from "./line-hash.ts";
import type { NumberedLine } from "./line-rows.ts";

/** Which line it is, for whoever looks for it. */
export interface LineWords {
  readonly n: number;
  /** When it was received, UTC ms. */
  readonly at: number;
  /** `scan`, `finish`, …; for what was changed besides `changed: setting`, … */
  readonly of: string;
}

const AT = { act: COLUMNS.act.indexOf("received"), fact: COLUMNS.fact.indexOf("recorded_at") };
const KIND = { act: COLUMNS.act.indexOf("kind"), fact: COLUMNS.fact.indexOf("kind") };
const BODY = COLUMNS.fact.indexOf("body");

export function describeLine({ log, n, values }: NumberedLine): LineWords {
  const kind = String(values[KIND[log]]);
  const what = log === "fact" && kind === "changed" ? `: ${whatOf(values[BODY])}` : "";
  return { n, at: Number(values[AT[log]]), of: kind + what };
}

/** Of a body that somebody may have spoilt. */
function whatOf(body: unknown): string {
  return /^\{"what":"([a-z-]+)"/.exec(String(body))?.[1] ?? "?";
}
