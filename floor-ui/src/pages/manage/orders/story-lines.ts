import type { Words } from "@trame/shared";
import type { OrderFact } from "../../../data/desk/order-rows.ts";
import type { OrdersI18n } from "../../../i18n/manage-orders.ts";

/** One line of an order's story. */
export interface OrderStoryLine {
  readonly key: string;
  /** YYYY-MM-DD in the workshop's zone. */
  readonly day: string;
  /** 10 h 12. */
  readonly time: string;
  /** Fini. */
  readonly what: string;
  /** Ticket that it is about; null where there is none to go to. */
  readonly code: string | null;
  /** Poste 3 · Plis · 50 bonnes. */
  readonly text: string;
  readonly isUndone: boolean;
}

export interface StoryNames {
  stationName(stationId: string): string;
  /** Of the operation of a code; undefined where no routing of the order has it. */
  labelOf(code: string): Words | undefined;
}

/** Facts of an order as lines, in their order. */
export function orderStoryLines(
  facts: readonly OrderFact[],
  names: StoryNames,
  i18n: OrdersI18n,
): OrderStoryLine[] {
  return facts.map((fact, index) => ({
    key: `${index} ${fact.at} ${fact.kind}`,
    day: i18n.dayOf(fact.at),
    time: i18n.time(fact.at),
    what: i18n.t.orderStory.kinds[fact.kind],
    code: fact.code,
    text: textOf(fact, names, i18n),
    isUndone: fact.isUndone,
  }));
}

function textOf(fact: OrderFact, names: StoryNames, i18n: OrdersI18n): string {
  const parts = [
    ...whereOf(fact, names, i18n),
    ...amountsOf(fact, i18n),
    ...outcomeOf(fact, i18n),
    ...fieldsOf(fact, i18n),
    ...saidOf(fact, i18n),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function whereOf({ stationId, operation }: OrderFact, names: StoryNames, { words }: OrdersI18n) {
  const label = operation === null ? undefined : names.labelOf(operation);
  return [
    stationId === null ? "" : names.stationName(stationId),
    label === undefined ? (operation ?? "") : words(label),
  ];
}

function amountsOf({ kind, bundles, number, pieces }: OrderFact, { t }: OrdersI18n): string[] {
  const isKits = kind === "kits";
  return [
    bundles > 1 ? t.orderStory.bundles(bundles) : "",
    number === null ? "" : t.orderStory.carton(number),
    pieces === null ? "" : isKits ? t.orderStory.kits(pieces) : t.orderStory.pieces(pieces),
  ];
}

function outcomeOf({ outcome }: OrderFact, { t }: OrdersI18n): string[] {
  if (outcome === null) return [];
  const { good, rework, second, scrap } = outcome;
  const parts = [t.story.good(good)];
  if (rework > 0) parts.push(t.story.rework(rework));
  if (second > 0) parts.push(t.story.second(second));
  if (scrap > 0) parts.push(t.story.scrap(scrap));
  return [parts.join(", ")];
}

function fieldsOf({ fields, kind }: OrderFact, { t, list }: OrdersI18n): string[] {
  if (kind !== "changed") return [];
  const names = new Map(Object.entries(t.orderStory.fields));
  return [list(fields.map((field) => names.get(field) ?? field))];
}

/** A subcontractor, a slip, a reason, what a supervisor chose. */
function saidOf({ kind, partner, slipId, reason, choice }: OrderFact, { t }: OrdersI18n): string[] {
  return [
    partner ?? "",
    slipId === null ? "" : t.story.slip(slipId),
    kind !== "settle" ? "" : choice === "drop" ? t.orderStory.dropped : t.orderStory.kept,
    reason === null ? "" : `«\u00a0${reason}\u00a0»`,
  ];
}
