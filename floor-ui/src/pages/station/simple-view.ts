import type { OpenBundle, OperationCard } from "@trame/shared";
import { OPERATION_PICTOGRAMS, type OperationPictogram } from "@trame/shared";
import type { ShownAnswer } from "../../data/station/model.ts";
import type { I18n } from "../../i18n/i18n.ts";
import type { LineIconName } from "../../ui/station/line-icon.tsx";
import { labelOf, lowered, wordsOf } from "./words.ts";

/** An answer in easy words, with the one button that goes on. */
export interface SimpleAnswer {
  readonly tone: "ok" | "neutral";
  readonly title: string;
  /** null: nothing is left to do but wait. */
  readonly next: string | null;
  /** Of neutral ones. */
  readonly icon: LineIconName;
  readonly button: "begin" | "scan" | "goOn" | "again" | "retry";
}

const ELSEWHERE = new Set([
  "scan-not-yet",
  "scan-not-yet-unplaced",
  "scan-elsewhere",
  "scan-elsewhere-unplaced",
  "scan-open-elsewhere",
  "scan-other-order",
  "scan-outside",
  "scan-joined",
  "scan-out",
]);
const WAITING = new Set(["scan-order-not-released", "scan-order-closed", "scan-in-repair"]);
const DONE = new Set(["scan-done-already", "scan-done-unplaced"]);
const NO_MATCH = new Set([
  "join-size",
  "join-colour",
  "join-shade",
  "join-same-part",
  "join-not-here",
]);
const UNKNOWN = new Set([
  "scan-unknown",
  "scan-unknown-near",
  "ticket-is-badge",
  "code-unreadable",
  "scan-ticket-void",
  "ticket-replaced",
  "unreadable",
]);

/** What a person does, in the first person: « Je couds les plis. » */
export function workSentence(operation: OperationCard, i18n: I18n): string {
  const { picture } = operation;
  const name = picture !== null && "pictogram" in picture ? picture.pictogram : "";
  return isOurs(name) ? i18n.t.simple[name] : i18n.t.simple.work(lowered(labelOf(operation, i18n)));
}

/** One idea: what came of it, and what I do now. */
export function simpleAnswer(
  answer: ShownAnswer,
  open: OpenBundle | null,
  i18n: I18n,
): SimpleAnswer {
  const { simple } = i18n.t;
  switch (answer.kind) {
    case "accepted":
    case "information":
    case "kept":
    case "to-check":
      return answer.act === "call" ? called(answer, i18n) : taken(answer, open, i18n);
    case "unsaved":
      return { ...trouble(i18n), button: "retry" };
    case "not-taken":
      return trouble(i18n);
    case "unreadable":
      return notFound(simple.unknown, i18n);
    case "part":
      return part(answer, i18n);
    case "refused":
      return refused(answer.code, open, i18n);
  }
}

function taken(answer: ShownAnswer, open: OpenBundle | null, i18n: I18n): SimpleAnswer {
  const { simple } = i18n.t;
  const { act, kind } = answer;
  const base = {
    tone: kind === "accepted" ? "ok" : "neutral",
    icon: kind === "to-check" ? "search-check" : "check",
  } as const;
  // It opened nothing: what is open, if anything is, is another bundle.
  if (kind === "to-check") {
    return { ...base, title: simple.kept, next: simple.keptNext, button: "goOn" };
  }
  if (open !== null && (act === "scan" || act === "join")) {
    const title = isKept(answer) ? simple.kept : simple.accepted;
    return { ...base, title, next: workSentence(open.operation, i18n), button: "begin" };
  }
  const title = takenTitle(answer, i18n);
  if (open !== null) return { ...base, title, next: simple.keptNext, button: "goOn" };
  const next = act === "badge" ? simple.take : simple.takeOther;
  return { ...base, title, next, button: "scan" };
}

/** Somebody is on the way to whoever asked, or has been. */
export function callAnswer(step: "coming" | "over", { t }: I18n): SimpleAnswer {
  const title = step === "coming" ? t.simple.callTaken : t.simple.callOver;
  return { tone: "ok", icon: "hand", title, next: null, button: "goOn" };
}

/** Help is asked for, at once or as soon as there is a network. */
function called(answer: ShownAnswer, { t }: I18n): SimpleAnswer {
  const title = isKept(answer) ? t.simple.callUnsent : t.simple.callSent;
  const tone = answer.kind === "accepted" ? "ok" : "neutral";
  return { tone, icon: "hand", title, next: t.simple.callWait, button: "goOn" };
}

function takenTitle(answer: ShownAnswer, { t }: I18n): string {
  if (answer.act === "badge") return t.simple.hello;
  if (answer.act === "undo") return t.simple.undone;
  return isKept(answer) ? t.simple.kept : t.simple.noted;
}

function isKept({ kind }: ShownAnswer): boolean {
  return kind === "kept" || kind === "to-check";
}

/** Who has a bundle open goes on with that one; who has none takes another. */
function refused(code: string, open: OpenBundle | null, i18n: I18n): SimpleAnswer {
  const { simple } = i18n.t;
  const other = {
    tone: "neutral",
    icon: "package-open",
    next: open === null ? simple.takeOther : simple.keptNext,
    button: open === null ? "scan" : "goOn",
  } as const;
  if (ELSEWHERE.has(code)) return { ...other, title: simple.elsewhere };
  if (WAITING.has(code)) return { ...other, title: simple.waits };
  if (DONE.has(code)) return { ...other, title: simple.already };
  if (NO_MATCH.has(code)) {
    return {
      ...other,
      icon: "combine",
      title: simple.noMatch,
      next: simple.takePart,
      button: "scan",
    };
  }
  if (UNKNOWN.has(code)) return notFound(simple.unknown, i18n);
  if (code === "badge-unknown") return notFound(simple.badgeUnknown, i18n);
  return trouble(i18n);
}

/** A part waits for another: which it is, and which I scan now. */
function part({ together }: ShownAnswer, i18n: I18n): SimpleAnswer {
  const { simple } = i18n.t;
  const base = { tone: "neutral", icon: "combine", button: "scan" } as const;
  const [here] = together?.here ?? [];
  const [missing] = together?.missing ?? [];
  if (here === undefined || missing === undefined) {
    return { ...base, title: simple.partMissing, next: simple.showPart };
  }
  const title = simple.partHere(lowered(wordsOf(here, i18n)));
  return { ...base, title, next: simple.scanPart(lowered(wordsOf(missing, i18n))) };
}

function notFound(title: string, { t }: I18n): SimpleAnswer {
  return {
    tone: "neutral",
    icon: "search-check",
    title,
    next: t.simple.show,
    button: "again",
  };
}

function trouble({ t }: I18n): SimpleAnswer {
  return {
    tone: "neutral",
    icon: "hand",
    title: t.simple.trouble,
    next: t.simple.callSomebody,
    button: "goOn",
  };
}

function isOurs(name: string): name is OperationPictogram {
  return (OPERATION_PICTOGRAMS as readonly string[]).includes(name);
}
