import { Tape, type TapeView } from "./tape.tsx";
import { Time } from "./time.tsx";

/** A label with its figure. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** The line in figures, ready to be shown. */
export interface NumbersView {
  readonly label: string;
  /** Shown above the figures where several lines share a wall. */
  readonly name: string;
  readonly done: Figure & { readonly note: string | null };
  /** A sentence in place of the figure; null when there is a figure. */
  readonly empty: string | null;
  /** Below the sentence: which day it is. */
  readonly emptyNote: string | null;
  readonly expected: Figure & { readonly short: string };
  readonly target: Figure;
  readonly tape: TapeView | null;
  readonly gap: Figure & { readonly unit: string | null };
  readonly end: { readonly label: string; readonly value: EndValue };
}

/** A time, or a word when there is none. */
export type EndValue =
  | {
      readonly kind: "time";
      readonly hour: string;
      readonly separator: string;
      readonly minute: string;
    }
  | { readonly kind: "word"; readonly text: string };

/** Fait, Attendu, Objectif, the tape, Écart, Fin prévue. */
export function Numbers({ view }: { readonly view: NumbersView }) {
  return (
    <>
      <div class={`nums digits-${digitsOf(view)}`}>
        <div class="fait">
          <p class="lab">
            {view.done.label}
            {view.done.note !== null && <small>{view.done.note}</small>}
          </p>
          {view.empty === null ? (
            <p class="n">{view.done.value}</p>
          ) : (
            <Empty title={view.empty} note={view.emptyNote} />
          )}
        </div>
        <div class="side">
          <Stacked label={view.expected.label} value={view.expected.value} />
          <Stacked {...view.target} />
        </div>
      </div>
      {view.tape === null ? <div class="tape none" /> : <Tape {...view.tape} />}
      <div class="ends">
        <div>
          <p class="lab">{view.gap.label}</p>
          <p class="h">
            {view.gap.value}
            {view.gap.unit !== null && <em>{view.gap.unit}</em>}
          </p>
        </div>
        <div>
          <p class="lab">{view.end.label}</p>
          <End value={view.end.value} />
        </div>
      </div>
    </>
  );
}

/** The same in the height of one row of stations, for a wall of several lines. */
export function NumbersBand({ view }: { readonly view: NumbersView }) {
  return (
    <div class="band">
      <h2>{view.name}</h2>
      <div class={`band-nums digits-${digitsOf(view)}`}>
        <div class="band-done">
          <p class="lab">
            {view.done.label}
            {view.done.note !== null && <small>{view.done.note}</small>}
          </p>
          {view.empty === null ? (
            <p class="n">{view.done.value}</p>
          ) : (
            <Empty title={view.empty} note={view.emptyNote} />
          )}
        </div>
        <Stacked label={view.expected.short} value={view.expected.value} />
        <Stacked {...view.target} />
        <div>
          <p class="lab">{view.end.label}</p>
          <End value={view.end.value} />
        </div>
      </div>
      {view.tape !== null && <Tape {...view.tape} />}
    </div>
  );
}

function Empty({ title, note }: { readonly title: string; readonly note: string | null }) {
  return (
    <p class="empty">
      {title}
      {note !== null && <small>{note}</small>}
    </p>
  );
}

function Stacked({ label, value }: Figure) {
  return (
    <div>
      <p class="lab">{label}</p>
      <p class="n">{value}</p>
    </div>
  );
}

/** When it ends: a time, or a word. */
export function End({ value }: { readonly value: EndValue }) {
  if (value.kind === "time") {
    return (
      <p class="h">
        <Time parts={value} />
      </p>
    );
  }
  return <p class={value.text.length > 8 ? "h long" : "h"}>{value.text}</p>;
}

/** Figures shrink with the longest of them, so that nothing moves as they grow within the day. */
function digitsOf({ done, target }: NumbersView): number {
  const longest = Math.max(done.value.length, target.value.length);
  return Math.min(6, Math.max(3, longest));
}
