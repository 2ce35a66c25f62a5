import type { Order, Routing, Operation as Step, Style } from "@trame/shared";
import type { Operation, OrderPlan, Scenario, StylePlan } from "./scenario.ts";

/** An order as it is sent: the server gives number and version. */
export interface OrderBody extends Omit<Order, "number" | "styles"> {
  readonly styles: readonly Omit<Order["styles"][number], "routingVersion">[];
}

/** Codes rise by so much, as on paper. */
const CODE_STEP = 10;
const DAY_MS = 86_400_000;

/** A style as the catalogue takes it. */
export function styleOf({ id, name, sizes, colours }: StylePlan): Style {
  return { id, name, sizes: [...sizes], colours: [...colours] };
}

/** The operations of a style, in the order of the scenario. */
export function operationsOf(
  { operations, styles = [] }: Scenario,
  style: string | null,
): readonly Operation[] {
  const [only] = styles;
  return operations.filter((operation) => (operation.style ?? only?.id ?? null) === style);
}

/** The routing of a style, first version: its operations with codes 10, 20, 30 … */
export function routingOfStyle(scenario: Scenario, { id, parts = [] }: StylePlan): Routing {
  const operations = operationsOf(scenario, id);
  const codes = codesOf(operations);
  const steps = operations.map((operation, index): Step => {
    const {
      name,
      english,
      pictogram,
      machine = "Table",
      part,
      joins,
      countedBy,
      inspects,
    } = operation;
    return {
      code: codes.get(operation.id) ?? "",
      label: { fr: name, ...(english !== undefined && { en: english }) },
      ...(pictogram !== undefined && { picture: { pictogram } }),
      machine,
      standardMinutes: operation.standardMinutes,
      after: comesAfter(operations, index).map((before) => codes.get(before) ?? before),
      ...(part !== undefined && { part }),
      ...(joins !== undefined && { joins: [...joins] }),
      countedBy: countedBy ?? "machine",
      ...(inspects !== undefined && { inspects }),
    };
  });
  return { styleId: id, version: 1, parts: [...parts], operations: steps };
}

/** Codes of the operations of a style, by their ids. */
export function codesOf(operations: readonly Operation[]): Map<string, string> {
  return new Map(operations.map(({ id }, index) => [id, String((index + 1) * CODE_STEP)]));
}

/** Whether pieces are looked at there. */
export function isInspection({ inspects, pictogram }: Operation): boolean {
  return inspects ?? pictogram === "inspect";
}

/** Ids of the operations right before one. */
export function comesAfter(operations: readonly Operation[], index: number): readonly string[] {
  const before = operations[index - 1];
  return operations[index]?.after ?? (before === undefined ? [] : [before.id]);
}

/** An order as it is given at a moment, UTC ms. */
export function orderOf(plan: OrderPlan, at: number): OrderBody {
  const styles = plan.styles.map(({ style, lots, perKit }) => ({
    styleId: style,
    quantities: quantitiesOf(lots),
    ...(perKit !== undefined && { perKit }),
  }));
  return {
    customer: plan.customer,
    dueOn: new Date(at + plan.dueInDays * DAY_MS).toISOString().slice(0, 10),
    state: "running",
    styles,
    ...(plan.kits !== undefined && { kit: { quantity: plan.kits, packing: [] } }),
  };
}

/** Ordered is what is cut: lots of one size and colour together. */
function quantitiesOf(lots: OrderPlan["styles"][number]["lots"]) {
  const rows = Map.groupBy(lots, ({ size, colour }) => JSON.stringify([size, colour]));
  return [...rows.values()].flatMap((row) => {
    const [first] = row;
    if (first === undefined) return [];
    const pieces = row.reduce((sum, lot) => sum + lot.pieces, 0);
    return [{ size: first.size, colour: first.colour, pieces }];
  });
}
