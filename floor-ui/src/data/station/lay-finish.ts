import type { BundleCard, OpenBundle, Outcome, StationView } from "@trame/shared";
import type { Finish, FinishDone } from "./act.ts";
import { readCode } from "./known-bundle.ts";
import { added, addToDay, changeCards, leftOf } from "./lay-cards.ts";

/** The open bundle once a finish is told of it. */
export function finishedBy(card: OpenBundle, said: Finish): OpenBundle {
  const declared = piecesOf(said);
  return {
    ...card,
    finished: card.finished + declared,
    ...(card.outcome !== undefined && { outcome: added(card.outcome, said) }),
    left: Math.max(0, leftOf(card) - declared),
    rework: card.rework + said.rework,
  };
}

/** The view with what was told of a bundle's pieces; all of them told, it is open no more. */
export function layFinish(view: StationView, body: Finish): StationView {
  const seen = addToDay(view, body.good, body.assignmentId);
  if (body.repaired === true) {
    return changeCards(seen, body.code, (card) => ({
      ...card,
      rework: Math.max(0, card.rework - piecesOf(body)),
    }));
  }
  const code = readCode(body.code);
  const open = seen.open.map((card) => (card.code === code ? finishedBy(card, body) : card));
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

/** The view without a finish that it holds; a bundle that it ended is open again. */
export function layFinishBack(view: StationView, { said, before }: FinishDone): StationView {
  const seen = addToDay(view, -said.good, said.assignmentId);
  if (said.repaired === true) {
    return changeCards(seen, said.code, (card) => ({
      ...card,
      rework: card.rework + piecesOf(said),
    }));
  }
  const code = readCode(said.code);
  if (seen.open.some((card) => card.code === code)) {
    return {
      ...seen,
      open: seen.open.map((card) => (card.code === code ? withoutFinish(card, said) : card)),
    };
  }
  if (before === null) return seen;
  return {
    ...seen,
    open: [before, ...seen.open],
    next: seen.next?.code === code ? null : seen.next,
    lineBundles: seen.lineBundles.map((card) =>
      card.code === code ? { ...card, openAt: before.openAt, rework: before.rework } : card,
    ),
  };
}

function withoutFinish(card: OpenBundle, said: Finish): OpenBundle {
  const declared = piecesOf(said);
  const { good, rework, second, scrap } = said;
  const taken = { good: -good, rework: -rework, second: -second, scrap: -scrap };
  return {
    ...card,
    finished: Math.max(0, card.finished - declared),
    ...(card.outcome !== undefined && { outcome: added(card.outcome, taken) }),
    left: leftOf(card) + declared,
    rework: Math.max(0, card.rework - rework),
  };
}

function piecesOf({ good, rework, second, scrap }: Outcome): number {
  return good + rework + second + scrap;
}

function without({ next }: BundleCard, operation: string): string[] {
  return next.filter((code) => code !== operation);
}
