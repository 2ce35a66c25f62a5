import type { ComponentChildren } from "preact";

/** The line under a floor. */
export interface LegendProps {
  /** The word for the larger of two figures, set as large as it: a sample figure would be read as data. */
  readonly large: string | null;
  readonly text: string;
  /** What a small packet is; null where none is drawn. */
  readonly packets: string | null;
  readonly pages: { readonly current: number; readonly total: number; readonly label: string };
  readonly children: ComponentChildren;
}

/** More pages than this are told in figures. */
const MOST_DOTS = 12;

/** What the figures of the tiles are, and which page this is. */
export function Legend({ large, text, packets, pages, children }: LegendProps) {
  return (
    <div class="legend">
      <p>
        {large !== null && <b>{large}</b>}
        {text}
      </p>
      {packets !== null && (
        <p class="packet-key">
          <i />
          {packets}
        </p>
      )}
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
