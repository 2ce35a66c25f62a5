import type { ComponentChildren } from "preact";

/** The line under a floor. */
export interface LegendProps {
  /** A sample as a tile shows it: 74 /70; null where there is nothing to explain. */
  readonly sample: { readonly pieces: string; readonly expected: string | null } | null;
  readonly text: string;
  readonly pages: { readonly current: number; readonly total: number; readonly label: string };
  readonly children: ComponentChildren;
}

/** More pages than this are told in figures. */
const MOST_DOTS = 12;

/** What the figures of the tiles are, and which page this is. */
export function Legend({ sample, text, pages, children }: LegendProps) {
  return (
    <div class="legend">
      {sample !== null && (
        <p>
          <b>{sample.pieces}</b>
          {sample.expected !== null && `/${sample.expected}`}
        </p>
      )}
      <p>{text}</p>
      {pages.total > 1 && (
        <p
          class={pages.total > MOST_DOTS ? "dots text" : "dots"}
          role="img"
          aria-label={pages.label}
        >
          {pages.total > MOST_DOTS && `${pages.current}/${pages.total}`}
          {pages.total <= MOST_DOTS &&
            Array.from({ length: pages.total }, (_, index) => index + 1).map((page) => (
              <i key={page} class={page === pages.current ? "on" : ""} />
            ))}
        </p>
      )}
      {children}
    </div>
  );
}
