import { Glyph } from "../glyph.tsx";
import { LineIcon, type LineIconName } from "./line-icon.tsx";

/** What came of the last action, in words, with the next step. */
export interface AnswerView {
  /** `ok` is green with a tick; everything else is neutral, whatever happened. */
  readonly tone: "ok" | "neutral";
  /** For the neutral ones. */
  readonly icon: LineIconName;
  readonly title: string;
  readonly next: string | null;
}

/** Stays until the next action: it is no toast. */
export function AnswerPanel({ view }: { readonly view: AnswerView | null }) {
  return (
    <div class={view === null ? "ans none" : `ans ${view.tone}`} role="status">
      {view !== null && (
        <>
          <AnswerMark view={view} />
          <div>
            <p class="t">{view.title}</p>
            {view.next !== null && <p class="s">{view.next}</p>}
          </div>
        </>
      )}
    </div>
  );
}

/** The same over the whole screen. */
export function AnswerStage({ view }: { readonly view: AnswerView }) {
  return (
    <section class={view.tone === "ok" ? "big" : "big neu"} role="status">
      <AnswerMark view={view} />
      <p class="t">{view.title}</p>
      {view.next !== null && <p class="s">{view.next}</p>}
    </section>
  );
}

function AnswerMark({ view }: { readonly view: AnswerView }) {
  return view.tone === "ok" ? <Glyph shape="ok" /> : <LineIcon name={view.icon} />;
}
