import type { BundleCard, OpenBundle, OperationCard, StationView } from "@trame/shared";
import { formatBadge, parseBadge } from "@trame/shared";
import type { Act } from "./act.ts";
import { findBundle, readCode } from "./known-bundle.ts";
import { layCall, layCallEnd } from "./lay-calls.ts";
import { addToDay, changeCards } from "./lay-cards.ts";
import { layFinish, layFinishBack } from "./lay-finish.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>["body"];

/** What the tablet knows beside the view. */
export interface Lore {
  /** Operations that were met before, the latest last. */
  readonly operations: readonly OperationCard[];
}

const PLAIN = {
  simple: false,
  contrast: false,
  largeText: false,
  sound: false,
  speech: false,
  oneSwitch: false,
  leftHanded: false,
};

/**
 * The view as it will be once the server has heard of the acts, as far as a tablet can tell: a guess for the eye until the
 * server's own view comes, which always wins. An act that names something unknown changes nothing.
 *
 * @param acts in the order in which they were done; none of them is in the view yet.
 */
export function layOver(view: StationView, acts: readonly Act[], lore: Lore): StationView {
  const undone = new Set(acts.map((act) => (act.kind === "undo" ? act.body.undoes : "")));
  const laid = new Set(acts.map(({ body }) => body.key));
  // An act and what takes it back are both as if they had never been.
  const isIdle = (act: Act) =>
    undone.has(act.body.key) || (act.kind === "undo" && laid.has(act.body.undoes));
  return acts.filter((act) => !isIdle(act)).reduce((seen, act) => layOne(seen, act, lore), view);
}

function layOne(view: StationView, act: Act, lore: Lore): StationView {
  switch (act.kind) {
    case "badge":
      return layBadge(view, act.body);
    case "scan":
      return layScan(view, act.body, lore);
    case "finish":
      return layFinish(view, act.body);
    case "split":
      return laySplit(view, act.body);
    case "correction":
      return layCorrection(view, act.body);
    case "call":
      return layCall(view, act.body);
    case "call-resolve":
      return layCallEnd(view, act.body.call);
    case "undo":
      return layUndo(view, act);
    // Which of the parts goes on is for the routing to say, which the tablet does not hold.
    case "join":
    // A sample moves nothing.
    case "inspection":
      return view;
  }
}

function layUndo(view: StationView, { body, finish }: Extract<Act, { kind: "undo" }>): StationView {
  const back = finish === undefined ? view : layFinishBack(view, finish);
  const open = back.open.filter(({ scanKey }) => scanKey !== body.undoes);
  return layCallEnd({ ...back, open }, body.undoes);
}

function layBadge(view: StationView, body: Of<"badge">): StationView {
  const { badge = "", at, direction } = body;
  const assignmentId = body.assignmentId ?? body.key;
  const others = view.present.filter((person) => person.assignmentId !== assignmentId);
  if (direction === "out") return { ...view, present: others };
  if (others.length < view.present.length) return view;
  const parsed = parseBadge(badge);
  const pseudonym = parsed.ok ? formatBadge(parsed.badge) : badge;
  const dayPieces = view.myDay === true ? 0 : null;
  const person = { assignmentId, pseudonym, pictogram: null, since: at, mode: PLAIN, dayPieces };
  return { ...view, present: [...others, person] };
}

function layScan(view: StationView, body: Of<"scan">, lore: Lore): StationView {
  const card = findBundle(view, body.code);
  if (card === null) return view;
  const opened = openCard(view, card, { body, lore });
  return {
    ...view,
    open: [opened, ...view.open.filter(({ code }) => code !== card.code)],
    next: view.next?.code === card.code ? null : view.next,
    lineBundles: view.lineBundles.map((other) =>
      other.code === card.code ? { ...other, openAt: view.station.id } : other,
    ),
  };
}

function openCard(
  view: StationView,
  card: BundleCard,
  { body, lore }: { readonly body: Of<"scan">; readonly lore: Lore },
): OpenBundle {
  // Scanned again where it is open: it comes to the front, as it is.
  const already = view.open.find(({ code }) => code === card.code);
  if (already !== undefined) return already;
  return {
    ...card,
    openAt: view.station.id,
    scanKey: body.key,
    operation: operationFor(view, card, lore),
    finished: 0,
    outcome: { good: 0, rework: 0, second: 0, scrap: 0 },
    left: card.pieces,
    openedAt: body.at,
    assignmentId: body.assignmentId ?? null,
    machinePieces: view.station.hasCounter ? 0 : null,
    corrected: 0,
    isCarriedOver: false,
  };
}

/** One that was met here before and that the bundle may go to; else as the plan names it. */
function operationFor(view: StationView, card: BundleCard, lore: Lore): OperationCard {
  const { operation, hasCounter } = view.station;
  const met = [...view.open.map((open) => open.operation), ...lore.operations.toReversed()];
  const isHere = ({ code, label }: OperationCard) => code === operation || label.fr === operation;
  return (
    met.find(({ code }) => card.next.includes(code)) ??
    met.find(isHere) ?? {
      code: card.next[0] ?? operation,
      label: { fr: operation },
      picture: null,
      countedBy: hasCounter ? "machine" : "scan",
    }
  );
}

function laySplit(view: StationView, { code, pieces }: Of<"split">): StationView {
  const fewer = (count: number) => Math.max(0, count - pieces);
  const split = changeCards(view, code, (card) => ({ ...card, pieces: fewer(card.pieces) }));
  const shown = readCode(code);
  return {
    ...split,
    open: split.open.map((card) =>
      card.code === shown && card.left !== undefined ? { ...card, left: fewer(card.left) } : card,
    ),
  };
}

function layCorrection(view: StationView, body: Of<"correction">): StationView {
  const { code, pieces, assignmentId } = body;
  const shown = code === undefined ? view.open[0]?.code : readCode(code);
  return {
    ...addToDay(view, pieces, assignmentId),
    open: view.open.map((card) =>
      card.code === shown ? { ...card, corrected: card.corrected + pieces } : card,
    ),
  };
}
