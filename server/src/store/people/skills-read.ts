import {
  bare,
  coverOf,
  knownLevel,
  type NamedWork,
  type OperationCover,
  type Plan,
} from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { BadgedOperator } from "../catalogue/operators.ts";
import { knownOperations } from "./known-operations.ts";
import { nameOf, type PersonName } from "./line-members.ts";
import { catalogueOf } from "./line-orders.ts";

/** Who knows what. */
export interface SkillsRead {
  readonly operations: readonly (OperationCover & {
    readonly operation: string;
    /** A station of the plan or an order that is open has it. */
    readonly isInUse: boolean;
  })[];
  /** By badge. */
  readonly people: readonly (PersonName & {
    /** In the order of the operations; null: not noted. */
    readonly levels: readonly (number | null)[];
  })[];
}

type Store = Pick<CatalogueStore, "orders" | "routings">;

/** The operations that skills can be noted for: those in use, then what is noted beside them. */
export function operationsOf(
  store: Store,
  plan: Pick<Plan, "lines">,
  people: readonly BadgedOperator[],
): (NamedWork & { readonly isInUse: boolean })[] {
  const routings = store.orders.open().flatMap(({ order }) => catalogueOf(store, order).routings);
  const inUse = knownOperations(plan, routings);
  const names = new Set(inUse.flatMap((each) => each.names.map(bare)));
  const noted = people.flatMap(({ skills = [] }) => skills.map(({ operation }) => operation));
  const others = new Map(
    noted.filter((name) => !names.has(bare(name))).map((name) => [bare(name), name]),
  );
  return [
    ...inUse.map((each) => ({ ...each, isInUse: true })),
    ...[...others.values()].map((operation) => ({ operation, names: [operation], isInUse: false })),
  ];
}

/** People by operations ([PE2], [PE3]). */
export function skillsOf(
  store: Store,
  plan: Pick<Plan, "lines">,
  people: readonly BadgedOperator[],
): SkillsRead {
  const operations = operationsOf(store, plan, people);
  const rows = people.map((operator) => ({
    ...nameOf({ operator }),
    levels: operations.map((each) => knownLevel(operator, each)),
  }));
  return {
    operations: operations.map(({ operation, isInUse }, index) => ({
      operation,
      isInUse,
      ...coverOf(rows.map(({ levels }) => levels[index] ?? null)),
    })),
    people: rows,
  };
}
