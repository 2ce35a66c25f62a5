import {
  type BundleCard,
  formatCode,
  type OpenBundle,
  parseCode,
  type StationCall,
  type Words,
} from "@trame/shared";
import type { AnswerKind, ShownAnswer } from "../../data/station/model.ts";
import type { I18n } from "../../i18n/i18n.ts";
import type { AnswerView } from "../../ui/station/answer-panel.tsx";
import { labelOf, lowered, wordsOf } from "./words.ts";

/** What stops a person fills the screen, so that nobody sews on without having read it. */
const FILLING: ReadonlySet<AnswerKind> = new Set(["refused", "unreadable", "unsaved", "not-taken"]);

export function fillsScreen({ kind }: ShownAnswer): boolean {
  return FILLING.has(kind);
}

/** What there is to do after an answer. */
export interface Ahead {
  /** The bundle that is open and shown. */
  readonly open: OpenBundle | null;
  /** The bundle that waits for this station. */
  readonly next: BundleCard | null;
  /** What is asked for here. */
  readonly calls?: readonly StationCall[] | undefined;
  /** What there is to do with a bundle that was scanned; sewing it when not given. */
  readonly thenDo?: string | null;
}

/** How far the call is whose answer still stands; null: nothing more is known than the answer says. */
export type CallStep = "coming" | "over" | null;

/** Where it was asked for before, the call is another's key. Own calls are in the view as soon as they are made. */
export function callStep({ act, key, code }: ShownAnswer, calls: Ahead["calls"]): CallStep {
  if (act !== "call" || calls === undefined) return null;
  const own = calls.find((call) => call.key === key);
  const [only, ...others] = calls;
  const isOlder = code === "call-open-already";
  const call = own ?? (isOlder && others.length === 0 ? only : undefined);
  if (call !== undefined) return call.takenAt === null ? null : "coming";
  const isGone = isOlder ? calls.length === 0 : code === "call-accepted";
  return isGone ? "over" : null;
}

/** The answer in words: what came of it, and what to do next. */
export function answerView(answer: ShownAnswer, ahead: Ahead, i18n: I18n): AnswerView {
  const { station } = i18n.t;
  const step = callStep(answer, ahead.calls);
  if (step !== null) {
    const title = headOf(step === "coming" ? station.callTaken : station.callResolved);
    return { tone: "ok", icon: "check", title, next: null };
  }
  switch (answer.kind) {
    case "accepted":
      return {
        tone: "ok",
        icon: "check",
        title: wholeTitle(answer, i18n) ?? headOf(answer.message ?? keptTitle(answer, i18n)),
        next: nextStep(answer, ahead, i18n),
      };
    case "information":
      return neutral("info", answer.message ?? keptTitle(answer, i18n), station.informationNext);
    case "kept":
      return neutral(
        "cloud-off",
        wholeTitle(answer, i18n) ?? keptTitle(answer, i18n),
        keptNext(answer, i18n),
      );
    case "to-check": {
      const next = [perhaps(answer, i18n), station.toCheckNext].filter((line) => line !== null);
      return neutral("search-check", station.toCheck(shownCode(answer.text ?? "")), next.join(" "));
    }
    case "unreadable":
      return neutral(
        "search-check",
        station.unreadable,
        [perhaps(answer, i18n), station.unreadableNext].filter((line) => line !== null).join(" "),
      );
    case "unsaved":
      return neutral("circle-alert", station.unsaved, station.unsavedNext);
    case "not-taken":
      return neutral("circle-alert", answer.message ?? station.unsaved, station.asideNext);
    case "part":
      return partView(answer, i18n);
    case "refused":
      return refusal(answer);
  }
}

/** A refusal's sentence says what is wrong, then what to do: the first is the title, the rest stands below it. */
function refusal({ message, act }: ShownAnswer): AnswerView {
  const text = message ?? "";
  const end = /[.!?]\s+/.exec(text);
  const icon = act === "scan" || act === "join" ? "package-open" : "circle-alert";
  if (end === null) return neutral(icon, text, null);
  const cut = end.index + end[0].length;
  return neutral(icon, text.slice(0, cut).trim(), text.slice(cut).trim());
}

/** A part that waits for the others: nothing is wrong, and the next scan is named. */
function partView(answer: ShownAnswer, i18n: I18n): AnswerView {
  const { together } = answer;
  if (together == null) return { ...refusal(answer), icon: "combine" };
  const { station } = i18n.t;
  const names = (words: readonly Words[]) =>
    words.map((each) => lowered(wordsOf(each, i18n))).join(", ");
  const { here, missing } = together;
  const title = here.length > 1 ? station.partsHere(names(here)) : station.firstPart(names(here));
  return neutral("combine", title, station.scanPart(names(missing)));
}

function neutral(icon: AnswerView["icon"], title: string, next: string | null): AnswerView {
  return { tone: "neutral", icon, title: headOf(title), next };
}

/** A title bears no full stop. */
function headOf(text: string): string {
  return text.replace(/\.\s*$/, "");
}

/** What an ended bundle came to: the server's answer speaks of what was told last only. */
function wholeTitle({ ended }: ShownAnswer, i18n: I18n): string | null {
  const outcome = ended?.outcome;
  if (ended == null || outcome === undefined) return null;
  const kinds = (["good", "rework", "second", "scrap"] as const).filter(
    (kind) => outcome[kind] > 0,
  );
  const { whole, wholeKinds } = i18n.t.station;
  const said = kinds.map((kind) => wholeKinds[kind](outcome[kind])).join(", ");
  return whole(ended.code, labelOf(ended.operation, i18n), said);
}

/** As people read it, where it has the form of a code. */
function shownCode(text: string): string {
  const code = parseCode(text);
  return code.ok ? formatCode(code) : text;
}

function perhaps({ nearest }: ShownAnswer, { t }: I18n): string | null {
  return nearest.length === 0 ? null : t.station.perhaps(nearest.join(", "));
}

function keptNext({ act }: ShownAnswer, { t }: I18n): string {
  return act === "call" ? t.station.callUnsent : t.station.keptNext;
}

function keptTitle({ act, bundle }: ShownAnswer, { t }: I18n): string {
  const { station } = t;
  switch (act) {
    case "scan":
      return bundle === null
        ? station.keptScan
        : station.acceptedScan(station.day(bundle.pieces), bundle.size, lowered(bundle.colour));
    case "finish":
      return station.keptFinish;
    case "badge":
      return station.keptBadge;
    case "undo":
      return station.keptUndo;
    case "split":
    case "join":
    case "correction":
    case "inspection":
    case "call-resolve":
      return station.keptOther;
    case "call":
      return station.keptCall;
  }
}

function nextStep(answer: ShownAnswer, { open, next, thenDo }: Ahead, i18n: I18n): string | null {
  const { station } = i18n.t;
  const { act, operation, newCodes } = answer;
  if (newCodes.length > 0) return station.thenTicket(newCodes.join(", "));
  switch (act) {
    case "scan":
    case "join":
      if (thenDo != null) return thenDo;
      return operation === null ? null : station.thenSew(lowered(labelOf(operation, i18n)));
    case "finish":
      if (open !== null) return station.thenOpen(open.code);
      return next === null ? station.thenAny : station.thenNext(next.code);
    case "badge":
      return open === null ? station.thenBadge : station.thenOpen(open.code);
    case "split":
    case "undo":
    case "correction":
    case "inspection":
    case "call-resolve":
      return null;
    case "call":
      return station.callNext;
  }
}
