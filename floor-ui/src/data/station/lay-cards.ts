import type { BundleCard, OpenBundle, Outcome, Present, StationView } from "@trame/shared";
import { readCode } from "./known-bundle.ts";

/** Pieces of an open bundle that nobody declared yet. */
export function leftOf({ left, pieces, finished }: OpenBundle): number {
  return left ?? Math.max(0, pieces - finished);
}

/** Pieces of an open bundle at its operation, judged or not: `pieces` no longer holds those that left it. */
export function wholeOf(open: OpenBundle): number {
  return open.finished + leftOf(open);
}

/** Both together. */
export function added(a: Outcome, b: Outcome): Outcome {
  return {
    good: a.good + b.good,
    rework: a.rework + b.rework,
    second: a.second + b.second,
    scrap: a.scrap + b.scrap,
  };
}

/** A day's pieces are a person's: of the one named, else of whoever is alone. */
export function addToDay(
  view: StationView,
  good: number,
  assignmentId: string | undefined,
): StationView {
  const alone = view.present.length === 1 ? view.present[0]?.assignmentId : undefined;
  const whose = assignmentId ?? alone;
  return {
    ...view,
    present: view.present.map((person) =>
      person.assignmentId === whose ? { ...person, dayPieces: moreOf(person, good) } : person,
    ),
  };
}

/** What nobody is told stays untold. */
function moreOf({ dayPieces }: Present, good: number): number | null {
  return dayPieces === null ? null : dayPieces + good;
}

/** Changes a bundle wherever the view shows it. */
export function changeCards(
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
