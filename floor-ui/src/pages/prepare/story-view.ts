import type { OperationProgress, Story, StoryFact } from "../../data/desk/rows.ts";
import type { DeskI18n } from "../../i18n/prepare.ts";

/** One line of a bundle's story. */
export interface StoryLine {
  readonly key: string;
  /** YYYY-MM-DD in the workshop's zone. */
  readonly day: string;
  /** 10 h 12. */
  readonly time: string;
  /** Poste 3 · Plis · 50 bonnes · scanné. */
  readonly text: string;
  /** What was answered to a refused act. */
  readonly answer: string | null;
  readonly marks: readonly StoryMark[];
  /** Key of the act that a supervisor may take back; null where there is none to take back. */
  readonly undoes: string | null;
  /** What the journal's page is asked for where the act's figures can be corrected; null where there are none. */
  readonly corrects: string | null;
}

export type StoryMark = "deduced" | "undone" | "refused" | "conflict" | "offline";

export interface StoryNames {
  stationName(stationId: string): string;
  readonly operations: readonly Pick<OperationProgress, "code" | "label">[];
}

/** What people do with pieces; whoever took an act back does it again rather than taking that back. */
const UNDOABLE: readonly StoryFact["kind"][] = [
  "scan",
  "finish",
  "split",
  "join",
  "dispatch",
  "return",
  "correction",
  "amend",
];

/** What declares figures. */
const FIGURES: readonly StoryFact["kind"][] = ["cut", "finish", "return", "correction"];

/** The facts of a story as lines, in the order in which they happened. */
export function storyLines(
  { bundle, facts }: Story,
  names: StoryNames,
  i18n: DeskI18n,
): StoryLine[] {
  return facts.map((fact, index) => ({
    key: `${index} ${fact.key}`,
    day: i18n.dayOf(fact.at),
    time: i18n.time(fact.at),
    text: textOf(fact, names, i18n),
    answer: fact.isAccepted ? null : fact.message,
    marks: marksOf(fact),
    undoes: isUndoable(fact) ? fact.key : null,
    corrects: correctionOf(fact, bundle.code),
  }));
}

/** Lines of the same day together. */
export function daysOf(lines: readonly StoryLine[]): { day: string; lines: StoryLine[] }[] {
  const days = [...new Set(lines.map(({ day }) => day))];
  return days.map((day) => ({ day, lines: lines.filter((line) => line.day === day) }));
}

/** A cutting is corrected bundle by bundle. */
function correctionOf(fact: StoryFact, code: string): string | null {
  if (fact.key === null || !isStanding(fact) || !FIGURES.includes(fact.kind)) return null;
  const act = `act=${encodeURIComponent(fact.key)}`;
  return fact.kind === "cut" ? `${act}&code=${encodeURIComponent(code)}` : act;
}

function isUndoable(fact: StoryFact): boolean {
  return isStanding(fact) && UNDOABLE.includes(fact.kind);
}

function isStanding({ isAccepted, isUndone }: StoryFact): boolean {
  return isAccepted && !isUndone;
}

function marksOf(fact: StoryFact): StoryMark[] {
  const marks: StoryMark[] = [];
  if (fact.origin === "deduced") marks.push("deduced");
  if (!fact.isAccepted) marks.push("refused");
  if (fact.isUndone) marks.push("undone");
  if (fact.conflict !== null) marks.push("conflict");
  if (fact.isOffline) marks.push("offline");
  return marks;
}

function textOf(fact: StoryFact, { stationName, operations }: StoryNames, i18n: DeskI18n): string {
  const { t, words } = i18n;
  const operation = operations.find(({ code }) => code === fact.operation);
  return [
    fact.stationId === null || fact.kind === "cut" ? null : stationOf(fact, stationName),
    whatOf(fact, i18n),
    fact.operation === null
      ? null
      : operation === undefined
        ? fact.operation
        : words(operation.label),
    figuresOf(fact, i18n),
    saidOf(fact, i18n),
    t.story.origins[fact.origin],
  ]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

/** What the desk does happens at no station. */
function stationOf({ kind, stationId }: StoryFact, stationName: StoryNames["stationName"]) {
  const isDesk = kind === "dispatch" || kind === "return" || kind === "settle";
  return isDesk || stationId === null ? null : stationName(stationId);
}

function whatOf({ kind, details }: StoryFact, { t }: DeskI18n): string {
  if (kind === "ticket") return ticketOf(details, t.story);
  return t.story.kinds[kind];
}

function ticketOf(details: StoryFact["details"], words: DeskI18n["t"]["story"]): string {
  const number = String(details["number"] ?? "");
  switch (details["state"]) {
    case "replaced":
      return words.ticketReplaced(number);
    case "void":
      return words.ticketVoid(number);
    default:
      return words.ticket(number);
  }
}

function figuresOf({ kind, details, ...fact }: StoryFact, { t, number }: DeskI18n): string {
  const { outcome, pieces } = kind === "amend" ? correctedOf(details) : fact;
  if (outcome !== null) {
    const { good, rework, second, scrap } = outcome;
    const parts = [t.story.good(good)];
    if (rework > 0) parts.push(t.story.rework(rework));
    if (second > 0) parts.push(t.story.second(second));
    if (scrap > 0) parts.push(t.story.scrap(scrap));
    return parts.join(", ");
  }
  if (pieces === null) return "";
  if (kind === "machine") return t.story.machinePieces(number(pieces));
  return t.story.pieces(pieces);
}

/** What a correction says instead. */
function correctedOf({ to }: StoryFact["details"]): Pick<StoryFact, "outcome" | "pieces"> {
  return { outcome: null, pieces: null, ...(to as Partial<StoryFact>) };
}

/** A reason, a subcontractor, a slip, what a supervisor chose. */
function saidOf({ kind, details }: StoryFact, { t }: DeskI18n): string {
  const { partner, slipId, reason, choice } = details;
  const parts: string[] = [];
  if (typeof partner === "string") parts.push(partner);
  if (typeof slipId === "string") parts.push(t.story.slip(slipId));
  if (kind === "settle") parts.push(choice === "drop" ? t.story.dropped : t.story.kept);
  if (typeof reason === "string") parts.push(`«\u00a0${reason}\u00a0»`);
  return parts.join(" · ");
}
