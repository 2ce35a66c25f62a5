import type { ComponentChildren } from "preact";

/** One cause: what it weighs, and what it weighs together with those above it. */
export interface ParetoRow {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** 0..1, of all. */
  readonly share: number;
  /** 0..1, with all that are above. */
  readonly upTo: number;
}

/** The few that make most of it are set in ink. */
const VITAL = 0.8;

/** Rows of a waterfall from values, the largest first; `others` stays last. */
export function paretoRows(
  parts: readonly { readonly key: string; readonly name: string; readonly value: number }[],
): ParetoRow[] {
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return parts.map((part) => {
    before += part.value;
    return { ...part, share: ratio(part.value, all), upTo: ratio(before, all) };
  });
}

/** A Pareto as a waterfall: each bar begins where the one above it ends. */
export function Pareto(props: {
  readonly rows: readonly ParetoRow[];
  readonly label: string;
  /** What the percentages are: shares added up. */
  readonly upTo: string;
  readonly percent: (ratio: number) => string;
  readonly figure: (row: ParetoRow) => ComponentChildren;
}) {
  const { rows, label, upTo, percent, figure } = props;
  return (
    <ol class="pareto" aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <span>{row.name}</span>
          <b>{figure(row)}</b>
          <span class="pareto-share">
            <small>{upTo}</small> {percent(row.upTo)}
          </span>
          <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
            <rect class="pareto-all" width="100" height="14" />
            <rect
              class={row.upTo - row.share < VITAL ? "pareto-part vital" : "pareto-part"}
              x={100 * (row.upTo - row.share)}
              width={100 * row.share}
              height="14"
            />
          </svg>
        </li>
      ))}
    </ol>
  );
}

function ratio(part: number, all: number): number {
  return all <= 0 ? 0 : part / all;
}
