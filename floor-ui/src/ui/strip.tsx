import { Glyph } from "./glyph.tsx";

/** Somebody who asks for help, or a station that is stopped or silent. */
export interface Alert {
  readonly id: string;
  /** `call`: nobody goes there yet; `taken`: somebody does. */
  readonly kind: "call" | "taken" | "stopped" | "no-data";
  readonly number: string;
  readonly title: string;
  readonly detail: string;
  /** Nobody took it for too long. */
  readonly isEscalated: boolean;
  /** The room has not seen it yet. */
  readonly isNew: boolean;
}

/** Something the room may know: good news when it is true, or why it is quiet. */
export interface Fact {
  readonly title: string;
  readonly detail: string;
  readonly isGood: boolean;
}

/** A figure of quality. */
export interface QualityFigure {
  readonly label: string;
  readonly value: string;
  /** What the tick says; null when it is not on target, of which the wall says nothing. */
  readonly onTarget: string | null;
}

/** The strip at the foot of a wall. */
export interface StripView {
  readonly label: string;
  readonly alerts: readonly Alert[];
  /** « + 2 »; null when all are shown. */
  readonly more: string | null;
  /** In place of alerts when there are none. */
  readonly quiet: Fact | null;
  readonly facts: readonly Fact[];
  /** Empty while nothing was inspected. */
  readonly quality: readonly QualityFigure[];
  /** null when unknown, and where quality is told. */
  readonly pace: { readonly label: string; readonly value: string; readonly unit: string } | null;
  /** Of an old picture: what needs somebody is dimmed with it. */
  readonly isOld: boolean;
}

/** What needs somebody first, then what is good to know. */
export function Strip({ view }: { readonly view: StripView }) {
  return (
    <footer class={view.isOld ? "strip aged" : "strip"}>
      <ul class="calls" aria-label={view.label}>
        {view.alerts.map((alert, index) => (
          <li key={alert.id} class={alertClass(alert, index)}>
            <p class="badge">{alert.number}</p>
            <div>
              <p class="t">{alert.title}</p>
              <p class="s">
                {alert.kind === "taken" && <Glyph shape="ok" />}
                {alert.detail}
              </p>
            </div>
          </li>
        ))}
        {view.more !== null && <li class="more">{view.more}</li>}
        {view.quiet !== null && (
          <li class="quiet">
            <Said fact={view.quiet} />
          </li>
        )}
      </ul>
      {view.facts.map((fact) => (
        <Said key={fact.title} fact={fact} />
      ))}
      {view.quality.length > 0 && <Quality figures={view.quality} />}
      {view.pace !== null && (
        <div class="rate">
          <p class="s">{view.pace.label}</p>
          <p class="v">
            {view.pace.value}
            <small>{view.pace.unit}</small>
          </p>
        </div>
      )}
    </footer>
  );
}

/** A longer title has no room to be set larger than the others. */
const LEAD_TITLE = 12;

function alertClass({ kind, title, isEscalated, isNew }: Alert, index: number): string {
  const classes = ["call", kind];
  if (index === 0 && kind !== "taken" && title.length <= LEAD_TITLE) classes.push("lead");
  if (isEscalated) classes.push("escalated");
  if (isNew) classes.push("new");
  return classes.join(" ");
}

function Said({ fact }: { readonly fact: Fact }) {
  return (
    <div class={fact.isGood ? "team good" : "team"}>
      <p class="t">
        {fact.isGood && <Glyph shape="ok" />}
        {fact.title}
      </p>
      <p class="s">{fact.detail}</p>
    </div>
  );
}

function Quality({ figures }: { readonly figures: readonly QualityFigure[] }) {
  return (
    <div class="qual">
      {figures.map(({ label, value, onTarget }) => (
        <div key={label}>
          <p class="s">{label}</p>
          <p class="v">
            {value}
            {onTarget !== null && (
              <span role="img" aria-label={onTarget}>
                <Glyph shape="ok" />
              </span>
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
