import { Glyph } from "./glyph.tsx";
import { Time } from "./time.tsx";

/** How old the picture is. */
export interface AgeView {
  readonly kind: "fresh" | "stale" | "offline" | "loading";
  readonly text: string;
}

/** The sign over a wall. */
export interface TopView {
  readonly title: string;
  /** The working day; null before the first snapshot. */
  readonly day: string | null;
  readonly age: AgeView;
  /** null while no server has told the time. */
  readonly clock: {
    readonly hour: string;
    readonly separator: string;
    readonly minute: string;
  } | null;
}

/** Workshop and line, the day, how fresh, the clock. */
export function Top({ view }: { readonly view: TopView }) {
  const { title, day, age, clock } = view;
  return (
    <header class="top">
      <h1>{title}</h1>
      {day !== null && <p class="day">{day}</p>}
      <p class={`live ${age.kind}`} role={age.kind === "offline" ? "alert" : undefined}>
        {age.kind === "fresh" && <Glyph shape="ok" />}
        {(age.kind === "stale" || age.kind === "offline") && <Glyph shape="waiting" />}
        {age.text}
      </p>
      {clock !== null && (
        <p class="clock">
          <Time parts={clock} />
        </p>
      )}
    </header>
  );
}
