import type { BundleCard, OpenBundle, OperationCard, Outcome, StationView } from "@trame/shared";
import { formatBadge, parseBadge } from "@trame/shared";
import type { Act } from "./act.ts";
import { findBundle, readCode } from "./known-bundle.ts";
import { layCall, layCallEnd } from "./lay-calls.ts";

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
  return acts
    .filter(({ body }) => !undone.has(body.key))
    .reduce((seen, act) => layOne(seen, act, lore), view);
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
      return layUndo(view, act.body.undoes);
    // Which of the parts goes on is for the routing to say, which the tablet does not hold.
    case "join":
    // A sample moves nothing.
    case "inspection":
      return view;
  }
}

function layUndo(view: StationView, key: string): StationView {
  const open = view.open.filter(({ scanKey }) => scanKey !== key);
  return layCallEnd({ ...view, open }, key);
}

function layBadge(view: StationView, body: Of<"badge">): StationView {
  const { badge = "", at, direction } = body;
  const assignmentId = body.assignmentId ?? body.key;
  const others = view.present.filter((person) => person.assignmentId !== assignmentId);
  if (direction === "out") return { ...view, present: others };
  if (others.length < view.present.length) return view;
  const parsed = parseBadge(badge);
  const pseudonym = parsed.ok ? formatBadge(parsed.badge) : badge;
  const person = { assignmentId, pseudonym, pictogram: null, since: at, mode: PLAIN, dayPieces: 0 };
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

function layFinish(view: StationView, body: Of<"finish">): StationView {
  const { good, rework, second, scrap } = body;
  const declared = good + rework + second + scrap;
  const seen = addToDay(view, good, body.assignmentId);
  if (body.repaired === true) {
    return changeCards(seen, body.code, (card) => ({
      ...card,
      rework: Math.max(0, card.rework - declared),
    }));
  }
  const code = readCode(body.code);
  const open = seen.open.map((card) =>
    card.code === code
      ? {
          ...card,
          finished: card.finished + declared,
          ...(card.outcome !== undefined && { outcome: added(card.outcome, body) }),
          left: Math.max(0, leftOf(card) - declared),
          rework: card.rework + rework,
        }
      : card,
  );
  const isOver = (card: OpenBundle) => card.code === code && leftOf(card) === 0;
  const over = open.find(isOver);
  return {
    ...seen,
    open: open.filter((card) => !isOver(card)),
    // Where it goes next the routing says; it must not be offered here again.
    lineBundles: seen.lineBundles.map((card) =>
      over !== undefined && card.code === code
        ? { ...card, openAt: null, rework: over.rework, next: without(card, over.operation.code) }
        : card,
    ),
  };
}

function added(a: Outcome, b: Outcome): Outcome {
  return {
    good: a.good + b.good,
    rework: a.rework + b.rework,
    second: a.second + b.second,
    scrap: a.scrap + b.scrap,
  };
}

/** Pieces of an open bundle that nobody declared yet. */
export function leftOf({ left, pieces, finished }: OpenBundle): number {
  return left ?? Math.max(0, pieces - finished);
}

function without({ next }: BundleCard, operation: string): string[] {
  return next.filter((code) => code !== operation);
}

/** A day's pieces are a person's: of the one named, else of whoever is alone. */
function addToDay(view: StationView, good: number, assignmentId: string | undefined): StationView {
  const alone = view.present.length === 1 ? view.present[0]?.assignmentId : undefined;
  const whose = assignmentId ?? alone;
  return {
    ...view,
    present: view.present.map((person) =>
      person.assignmentId === whose ? { ...person, dayPieces: person.dayPieces + good } : person,
    ),
  };
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

function changeCards(
  view: StationView,
  text: string,
  change: <Card extends BundleCard>(card: Card) => Card,
): StationView {
  const code = readCode(text);
  const changed = <Card extends BundleCard>(card: Card) =>
    card.code === code ? change(card) : card;
  return {
    ...view,
    open: view.open.map(changed),
    next: view.next === null ? null : changed(view.next),
    lineBundles: view.lineBundles.map(changed),
  };
}
