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
export function AnswerPanel(props: {
  readonly view: AnswerView | null;
  /** While there is no answer. */
  readonly idle: { readonly title: string; readonly text: string } | null;
}) {
  const { view, idle } = props;
  const none = idle === null ? "ans none empty" : "ans none";
  return (
    <div class={view === null ? none : `ans ${view.tone}`} role="status">
      {view === null && idle !== null && (
        <div>
          <p class="s">{idle.title}</p>
          <p class="t">{idle.text}</p>
        </div>
      )}
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
      <h1 class="t">{view.title}</h1>
      {view.next !== null && <p class="s">{view.next}</p>}
    </section>
  );
}

function AnswerMark({ view }: { readonly view: AnswerView }) {
  return view.tone === "ok" ? <Glyph shape="ok" /> : <LineIcon name={view.icon} />;
}
