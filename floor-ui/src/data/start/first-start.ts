import { type ReadonlySignal, signal } from "@preact/signals";
import type { Keep } from "../keep.ts";
import { type StartDraft, stepsOf } from "./start-draft.ts";

/** The first start as this browser knows it. */
export interface FirstStart {
  /** null where this browser has answered nothing, or all. */
  readonly draft: ReadonlySignal<StartDraft | null>;
  write(draft: StartDraft): void;
  /** All is answered: the counter's secret is no longer a page's business. */
  forget(): void;
}

const KEY = "trame-first-start";
/** A draft of another shape is no draft. */
const SHAPE = 1;

/** Where nothing can be kept, what was answered lasts as long as the page. */
export function createFirstStart(keep: Keep): FirstStart {
  const draft = signal(parseDraft(keep.read(KEY)));
  return {
    draft,
    write(next) {
      draft.value = next;
      keep.write(KEY, JSON.stringify({ shape: SHAPE, draft: next }));
    },
    forget() {
      draft.value = null;
      keep.write(KEY, "");
    },
  };
}

/** A power cut may leave half a text: the questions begin again. */
function parseDraft(text: string | null): StartDraft | null {
  try {
    const kept = JSON.parse(text || "null") as { shape?: unknown; draft?: StartDraft } | null;
    if (kept?.shape !== SHAPE || kept.draft === undefined) return null;
    const { draft } = kept;
    const isStep = draft.step === "done" || stepsOf(draft).includes(draft.step);
    return isStep ? draft : null;
  } catch {
    return null;
  }
}
