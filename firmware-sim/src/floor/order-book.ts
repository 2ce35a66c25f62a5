import { orderOf } from "../scenario/catalogue-of.ts";
import type { OrderPlan, Scenario } from "../scenario/scenario.ts";
import { createSets, type Sets } from "../scenario/sets.ts";
import type { PacketName } from "../sewing/events.ts";
import type { Api } from "./api.ts";

/** Orders as the server knows them, and the code on each packet's ticket. */
export interface OrderBook {
  /** Gives the order of a set, and cuts it, if that is not done yet; `at` is when it was cut, UTC ms. */
  open(set: StyleSet, at: number): Promise<void>;
  /** `118-117-K`; fails for a packet whose ticket nobody has printed. */
  codeOf(style: string, packet: PacketName): string;
  /** A packet that was split off has got its ticket. */
  name(style: string, packet: PacketName, code: string): void;
  orders(): readonly GivenOrder[];
  setsOf(style: string): Sets;
}

export interface StyleSet {
  readonly style: string;
  readonly set: number;
}

/** An order that was given. */
export interface GivenOrder {
  /** The server's: `2026-118`. */
  readonly id: string;
  /** From 0, as sets count them. */
  readonly index: number;
  readonly kits: { readonly perKit: ReadonlyMap<string, number> } | null;
}

interface Given {
  readonly id: string;
}

interface MadeBundle {
  readonly code: string;
  readonly set: number;
  readonly part: string | null;
}

/** A book without orders; `tag` keeps the keys of two runs apart. */
export function createOrderBook(api: Api, scenario: Scenario, tag: string): OrderBook {
  const { styles = [], orders: plans = [], flow } = scenario;
  const sets = new Map(
    styles.flatMap(({ id }): [string, Sets][] => {
      const found = createSets(scenario, id);
      return found === null ? [] : [[id, found]];
    }),
  );
  const opened = new Map<number, Promise<void>>();
  /** Given, though perhaps not cut yet. */
  const ids = new Map<number, string>();
  const given: GivenOrder[] = [];
  const codes = new Map<string, string>();

  function setsOf(style: string): Sets {
    const found = sets.get(style);
    if (found === undefined) throw new RangeError(`no order of ${style}`);
    return found;
  }

  async function give(index: number, at: number): Promise<void> {
    const plan = plans[index % plans.length];
    if (plan === undefined) throw new RangeError("the scenario has no orders");
    const id = ids.get(index) ?? (await ask(plan, at));
    ids.set(index, id);
    const perKit = new Map(plan.styles.map((entry) => [entry.style, entry.perKit ?? 1]));
    for (const { style, lots } of plan.styles) {
      const { bundles } = await api.send<{ bundles: readonly MadeBundle[] }>(
        "POST",
        `/api/v1/orders/${id}/cuttings`,
        { key: `${tag}-${index}-${style}`, styleId: style, bundleSize: flow.packet, lots, at },
      );
      nameAll(style, setsOf(style).firstOf(index), bundles);
    }
    given.push({ id, index, kits: plan.kits === undefined ? null : { perKit } });
  }

  async function ask(plan: OrderPlan, at: number): Promise<string> {
    return (await api.send<Given>("POST", "/api/v1/orders", orderOf(plan, at))).id;
  }

  /** The server counts the sets of an order from its first style on. */
  function nameAll(style: string, first: number, bundles: readonly MadeBundle[]): void {
    const lowest = Math.min(...bundles.map(({ set }) => set));
    for (const { set, part, code } of bundles) {
      const own = first + set - lowest;
      codes.set(`${style} ${part === null ? own : `${own}/${part}`}`, code);
    }
  }

  return {
    open({ style, set }, at) {
      const { order } = setsOf(style).at(set);
      const known = opened.get(order);
      if (known !== undefined) return known;
      const opening = give(order, at);
      opened.set(order, opening);
      // The next one who needs it tries again.
      opening.catch(() => opened.delete(order));
      return opening;
    },
    codeOf(style, { id }) {
      const code = codes.get(`${style} ${id}`);
      if (code === undefined) throw new RangeError(`packet ${id} of ${style} has no ticket`);
      return code;
    },
    name: (style, { id }, code) => codes.set(`${style} ${id}`, code),
    orders: () => given,
    setsOf,
  };
}
