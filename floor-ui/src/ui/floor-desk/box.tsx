import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface BoxProps {
  /** Where the tab bar of a phone leads; also its place in the grid. */
  readonly id: string;
  readonly title: string;
  /** How many need somebody; null says none. */
  readonly count?: number | null;
  /** They need somebody now. */
  readonly isHot?: boolean;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A block of the supervisor's page. */
export function Box({ id, title, count = null, isHot = false, aside, children }: BoxProps) {
  const heading = useId();
  return (
    <section id={id} class={`fd-box fd-${id}`} aria-labelledby={heading} tabIndex={-1}>
      <header class="fd-head">
        <h2 id={heading}>
          {title}
          {count !== null && count > 0 && (
            <span class={isHot ? "fd-count hot" : "fd-count"}>{count}</span>
          )}
        </h2>
        {aside !== undefined && <div class="fd-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
