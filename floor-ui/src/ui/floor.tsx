import type { ComponentChildren } from "preact";
import { type FloorShape, threadPlaces } from "./thread.ts";

/** What a floor needs. */
export interface FloorProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly shape: FloorShape;
  readonly tile: (id: string) => ComponentChildren;
}

/** Stations strung on a thread, in working order. */
export function Floor({ label, ids, shape, tile }: FloorProps) {
  const places = threadPlaces(ids.length, shape.columns);
  return (
    <ol
      class={`floor cols-${shape.columns} rows-${shape.rows}`}
      aria-label={label}
      style={{ "--columns": shape.columns, "--rows": shape.rows }}
    >
      {places.map(({ row, column, next }, index) => {
        const isBack = row % 2 === 0;
        const classes = ["cell", `next-${next}`];
        if (index === 0) classes.push("first");
        if (isBack) classes.push("back");
        return (
          <li
            key={ids[index]}
            class={classes.join(" ")}
            style={{ "--row": row, "--column": column }}
          >
            {tile(ids[index] ?? "")}
            {next !== "turn" && (
              <svg class="arrow" viewBox="0 0 18 24" aria-hidden="true">
                <path d="M0 0l18 12L0 24z" />
              </svg>
            )}
          </li>
        );
      })}
      {turns(places.length, shape).map((row) => (
        <li
          key={`turn-${row}`}
          class={`turn ${row % 2 === 0 ? "l" : "r"}`}
          style={{ "--row": row }}
          aria-hidden="true"
        />
      ))}
    </ol>
  );
}

/** Rows at whose end the thread turns into the next one. */
function turns(stations: number, { columns }: FloorShape): number[] {
  const rows = Math.ceil(stations / columns);
  return Array.from({ length: Math.max(0, rows - 1) }, (_, index) => index + 1);
}
