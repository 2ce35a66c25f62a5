import type { BundleAct, BundleSheet, Family, Routing } from "@trame/shared";
import fc from "fast-check";
import { bodyRouting, masks, poloRouting } from "./builders.ts";

const ROUTINGS: readonly Routing[] = [
  masks(),
  bodyRouting(),
  { ...poloRouting(), styleId: "MASQUE" },
];
const SLIPS = ["BL1", "BL2"];
const STATIONS = ["S1", "S2", null];

/** Choices from which a floor is made; every number is taken modulo what there is. */
const anyStep = fc.record({
  kind: fc.nat({ max: 11 }),
  at: fc.nat({ max: 40 }),
  bundle: fc.nat(),
  other: fc.nat(),
  operation: fc.nat(),
  station: fc.nat(),
  good: fc.nat({ max: 12 }),
  rework: fc.nat({ max: 3 }),
  second: fc.nat({ max: 2 }),
  scrap: fc.nat({ max: 2 }),
  isHand: fc.boolean(),
});

export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** A family and acts about it, sensible or not: what tablets without a network may send, in any order. */
export interface AnyFloor {
  readonly family: Family;
  readonly acts: readonly BundleAct[];
}

export const anyFloor: fc.Arbitrary<AnyFloor> = fc
  .record({
    routing: fc.constantFrom(...ROUTINGS),
    sets: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 12 }),
    steps: fc.array(anyStep, { maxLength: 40, size: "max" }),
  })
  .map(({ routing, sets, size, steps }) => {
    const sheets = cutSheets(routing, sets, size);
    const acts: BundleAct[] = [];
    for (const step of steps) acts.push(actOf({ routing, sheets, acts }, step));
    return { family: { routing, sheets }, acts };
  });

/** Sets of bundles, one per part; of two sizes. */
export function cutSheets(routing: Routing, sets: number, size: number): BundleSheet[] {
  const made = new Set(routing.operations.flatMap(({ joins, part }) => (joins ? [part] : [])));
  const cut = routing.parts.map(({ code }) => code).filter((code) => !made.has(code));
  const parts = cut.length === 0 ? [null] : cut;
  return Array.from({ length: sets }, (_, set) =>
    parts.map((part, p) => ({
      id: set * parts.length + p + 1,
      orderId: "2026-118",
      styleId: "MASQUE",
      set,
      part,
      size: set === 2 ? "L" : "M",
      colour: "Bleu",
      shade: 1,
      pieces: size,
      parentId: null,
    })),
  ).flat();
}

interface Making {
  readonly routing: Routing;
  readonly sheets: BundleSheet[];
  readonly acts: readonly BundleAct[];
}

function pick<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length] as T;
}

function actOf(making: Making, step: Step): BundleAct {
  const { routing, sheets, acts } = making;
  const head = {
    key: `k${acts.length}`,
    at: step.at,
    origin: step.isHand ? ("hand" as const) : ("scan" as const),
    stationId: pick(STATIONS, step.station),
    assignmentId: null,
  };
  const { good, rework, second, scrap } = step;
  const bundleId = pick(sheets, step.bundle).id;
  const operation = pick(routing.operations, step.operation).code;
  const about = acts.length === 0 ? "none" : pick(acts, step.other).key;
  switch (step.kind) {
    case 0:
    case 1:
    case 2:
      return { ...head, kind: "scan", bundleId, operation };
    case 3:
    case 4: {
      const outcome = { good, rework, second, scrap };
      return {
        ...head,
        kind: "finish",
        bundleId,
        operation,
        outcome,
        defects: [],
        isRepaired: false,
      };
    }
    case 5: {
      const outcome = { good, rework: 0, second, scrap };
      return {
        ...head,
        kind: "finish",
        bundleId,
        operation,
        outcome,
        defects: [],
        isRepaired: true,
      };
    }
    case 6: {
      const childId = sheets.length + 1;
      const parent = pick(sheets, step.bundle);
      const pieces = step.good + 1;
      sheets.push({ ...parent, id: childId, parentId: parent.id, pieces });
      return { ...head, kind: "split", bundleId, childId, pieces };
    }
    case 7:
    case 8: {
      const joins = routing.operations.filter((each) => each.joins !== undefined);
      const bundleIds = [...new Set([bundleId, pick(sheets, step.other).id])];
      const code = joins.length === 0 ? operation : pick(joins, step.operation).code;
      return { ...head, kind: "join", operation: code, bundleIds };
    }
    case 9: {
      const slipId = pick(SLIPS, step.other);
      const operations = step.isHand ? [] : [operation];
      return { ...head, kind: "dispatch", bundleId, slipId, operations };
    }
    case 10: {
      const outcome = { good, rework, second, scrap };
      return { ...head, kind: "return", bundleId, slipId: pick(SLIPS, step.other), outcome };
    }
    default:
      return step.isHand
        ? { ...head, kind: "undo", undoes: about }
        : {
            ...head,
            kind: "settle",
            settles: about,
            choice: step.good > 6 ? "keep" : "drop",
            reason: "",
          };
  }
}
