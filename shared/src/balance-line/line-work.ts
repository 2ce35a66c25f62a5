import { stationOperations } from "../floor/station-operations.ts";
import { type Catalogue, routingOf } from "../orders/catalogue.ts";
import type { Order } from "../orders/order-schema.ts";
import { type OrderStep, orderSteps } from "../orders/order-steps.ts";
import type { Operation } from "../orders/routing-schema.ts";
import type { PlanStation } from "../plan/schema.ts";

/** An operation that a line does of an order, or one share of it where stations do it side by side. */
export interface LineTask {
  /** `POLO/10`, or `POLO/10 1/2` of an operation in shares. */
  readonly id: string;
  readonly styleId: string;
  readonly code: string;
  readonly label: Operation["label"];
  /** For one garment, or one kit of an order of kits; of this share. */
  readonly standardMinutes: number;
  /** Which share it is, from 1, and of how many. */
  readonly share: number;
  readonly shares: number;
  /** Stations of the line that can do it, in the order of the line. */
  readonly stationIds: readonly string[];
}

/** What a line does of an order. */
export interface LineWork {
  /** In an order in which they can be done. */
  readonly tasks: readonly LineTask[];
  /** Positions of tasks: the first is done before the second. */
  readonly precedence: readonly (readonly [number, number])[];
}

/** As many as a proposal takes. */
const TASKS_MAX = 200;

/**
 * The operations of an order that the stations of a line do, with the precedence of its routings followed across those that are done
 * elsewhere. An operation that `n` stations are named by is cut into `n` shares of equal minutes: each does every `n`th piece,
 * so several people may have it. Takes an order without faults.
 */
export function lineWork(
  order: Order,
  catalogue: Catalogue,
  stations: readonly PlanStation[],
): LineWork {
  const steps = orderSteps(order, catalogue).filter(isOfStyle);
  const done = doneHere(order, catalogue, stations);
  const shared = tasksOf(steps, done, ({ own }) => Math.max(1, own));
  const tasks = shared.length <= TASKS_MAX ? shared : tasksOf(steps, done, () => 1);
  return {
    tasks: tasks.map(({ task }) => task),
    precedence: precedenceOf(steps, tasks),
  };
}

type StyleStep = OrderStep & { readonly styleId: string };

interface DoneHere {
  readonly stationIds: readonly string[];
  /** Stations that the plan names by it. */
  readonly own: number;
  /** Garments of the style in one kit. */
  readonly perKit: number;
}

interface StepTask {
  /** Code of the step that it is, or a share of. */
  readonly step: string;
  readonly task: LineTask;
}

function isOfStyle(step: OrderStep): step is StyleStep {
  return step.styleId !== null;
}

/** By code of the step. */
function doneHere(order: Order, catalogue: Catalogue, stations: readonly PlanStation[]) {
  const done = new Map<string, DoneHere>();
  for (const entry of order.styles) {
    const routing = routingOf(catalogue, entry);
    if (routing === null) continue;
    const doing = stations.map((station) => ({
      id: station.id,
      all: stationOperations(routing, station),
      own: stationOperations(routing, { operation: station.operation }),
    }));
    for (const { code } of routing.operations) {
      const here = doing.filter(({ all }) => all.includes(code));
      if (here.length === 0) continue;
      done.set(`${entry.styleId}/${code}`, {
        stationIds: here.map(({ id }) => id),
        own: here.filter(({ own }) => own.includes(code)).length,
        perKit: entry.perKit ?? 1,
      });
    }
  }
  return done;
}

function tasksOf(
  steps: readonly StyleStep[],
  done: ReadonlyMap<string, DoneHere>,
  sharesOf: (here: DoneHere) => number,
): StepTask[] {
  return steps.flatMap(({ code: step, styleId, operation }) => {
    const here = done.get(step);
    if (here === undefined) return [];
    const shares = sharesOf(here);
    return Array.from({ length: shares }, (_, index) => ({
      step,
      task: {
        id: shares === 1 ? step : `${step} ${index + 1}/${shares}`,
        styleId,
        code: operation.code,
        label: operation.label,
        standardMinutes: (operation.standardMinutes * here.perKit) / shares,
        share: index + 1,
        shares,
        stationIds: here.stationIds,
      },
    }));
  });
}

/** Each task after the nearest ones before it that are done here. */
function precedenceOf(steps: readonly StyleStep[], tasks: readonly StepTask[]) {
  const positions = new Map<string, number[]>();
  for (const [position, { step }] of tasks.entries()) {
    positions.set(step, [...(positions.get(step) ?? []), position]);
  }
  const after = new Map(steps.map((step) => [step.code, step.after]));
  const near = new Map<string, readonly string[]>();
  const nearest = (code: string): readonly string[] => {
    const known = near.get(code);
    if (known !== undefined) return known;
    const found = (after.get(code) ?? []).flatMap((before) =>
      positions.has(before) ? [before] : nearest(before),
    );
    const once = [...new Set(found)];
    near.set(code, once);
    return once;
  };
  return tasks.flatMap(({ step }, position) =>
    nearest(step)
      .flatMap((before) => positions.get(before) ?? [])
      .map((before) => [before, position] as const),
  );
}
