import { Glyph } from "./glyph.tsx";

/** A station that is stopped or silent. */
export interface Alert {
  readonly id: string;
  readonly kind: "stopped" | "no-data";
  readonly number: string;
  readonly title: string;
  readonly detail: string;
}

/** Something the room may know: good news when it is true, or why it is quiet. */
export interface Fact {
  readonly title: string;
  readonly detail: string;
  readonly isGood: boolean;
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
  /** null when unknown. */
  readonly pace: { readonly label: string; readonly value: string; readonly unit: string } | null;
}

/** What needs somebody first, then what is good to know. */
export function Strip({ view }: { readonly view: StripView }) {
  return (
    <footer class="strip">
      <ul class="calls" aria-label={view.label}>
        {view.alerts.map((alert, index) => (
          <li key={alert.id} class={`call ${alert.kind}${index === 0 ? " lead" : ""}`}>
            <p class="badge">{alert.number}</p>
            <div>
              <p class="t">{alert.title}</p>
              <p class="s">{alert.detail}</p>
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
