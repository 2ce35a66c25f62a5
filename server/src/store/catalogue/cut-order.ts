import { createHash } from "node:crypto";
import { type Cutting, cut, cutParts, findCuttingFaults, formatCode } from "@trame/shared";
import { answerOf } from "../floor/stored-answer.ts";
import type { Modules } from "../modules.ts";
import { type Answer, refused } from "./answer.ts";
import type { StoredOrder } from "./orders.ts";

/** A cutting as it was sent. */
export interface CutCommand {
  readonly orderId: string;
  /** A second delivery with the same key makes no second cutting. */
  readonly key: string;
  /** UTC ms; when it is told if not given. */
  readonly cutAt?: number;
  readonly cutting: Cutting;
}

/** A bundle that a cutting made, with the code of its first ticket. */
export interface MadeBundle {
  /** As people read it: `118-117-K`. */
  readonly code: string;
  readonly number: number;
  /** The same for the bundles that hold the parts of the same pieces. */
  readonly set: number;
  readonly part: string | null;
  readonly size: string;
  readonly colour: string;
  readonly shade: number;
  readonly pieces: number;
}

/** Bundles that are folded with the cutting; those of a larger one follow in the background, so that no scan waits for them. */
const FOLDED_AT_ONCE = 200;

/** Cuts pieces of an order into bundles, each with a ticket, once per key ([O10], [O14]). */
export function cutOrder(
  modules: Modules,
  command: CutCommand,
  now: number,
): Answer<readonly MadeBundle[]> {
  const { orderId, key, cutting } = command;
  const { catalogue, floor } = modules;
  const stored = catalogue.orders.find(orderId);
  if (stored === null) return refused({ code: "order-unknown", blanks: { id: orderId } });
  const known = floor.acts.find(actKey(key));
  if (known !== null) {
    if (!digestOf(command).equals(known.digest)) {
      return refused({ code: "cutting-key-taken", path: "/key" });
    }
    return { ok: true, value: madeBundles(modules, stored, known.n) };
  }
  if (stored.closedAt !== null) return refused({ code: "order-closed", blanks: { id: orderId } });
  const place = {
    order: stored.order,
    parts: partsOf(modules, command),
    firstNumber: catalogue.tickets.nextNumber(orderId),
  };
  const faults = findCuttingFaults(cutting, place);
  if (faults.length > 0) return { ok: false, faults };
  const n = modules.transact(() => appendCut(modules, { ...command, ...place }, now));
  return { ok: true, value: madeBundles(modules, stored, n) };
}

/** The parts that are cut, by the routing that the order froze. */
function partsOf({ catalogue }: Modules, { orderId, cutting }: CutCommand): string[] {
  const routing = catalogue.orders.routingOf(orderId, cutting.styleId);
  return routing === null ? [] : cutParts(routing).map(({ code }) => code);
}

interface CutRun extends CutCommand {
  readonly parts: readonly string[];
  readonly firstNumber: number;
}

/** Appends the bundles, their tickets and the act; answers the act's arrival number. */
function appendCut({ catalogue, floor }: Modules, run: CutRun, now: number): number {
  const { orderId, cutting, key, parts, firstNumber, cutAt = now } = run;
  const { styleId } = cutting;
  const setsBefore = catalogue.tickets.lastSet(orderId);
  const bundleIds = cut({ ...cutting, parts, firstNumber }).map(({ number, set, ...bundle }) => {
    const sheet = { ...bundle, orderId, styleId, set: setsBefore + set, parentId: null };
    return catalogue.tickets.add(sheet, { number, at: now });
  });
  const n = floor.acts.append({
    key: actKey(key),
    kind: "cut",
    stationId: null,
    assignmentId: null,
    at: cutAt,
    received: now,
    clockOffBy: 0,
    origin: "hand",
    isOffline: false,
    digest: digestOf(run),
    body: cutting,
    answer: answerOf(true, false, { code: "cut" }),
    bundleIds,
  });
  const order = catalogue.orders.find(orderId);
  if (order?.order.state === "done") {
    catalogue.orders.put({ ...order, order: { ...order.order, state: "running" } });
  }
  floor.marks.add(bundleIds.slice(FOLDED_AT_ONCE));
  floor.folding.refold(bundleIds.slice(0, FOLDED_AT_ONCE));
  return n;
}

/** Keys of cuttings are apart from those that screens draw. */
function actKey(key: string): string {
  return `cut:${key}`;
}

function digestOf({ orderId, cutting }: CutCommand): Buffer {
  const { styleId, bundleSize, lots } = cutting;
  const said = lots.map(({ size, colour, shade, pieces }) => [size, colour, shade, pieces]);
  const text = JSON.stringify([orderId, styleId, bundleSize, said]);
  return createHash("sha256").update(text).digest();
}

function madeBundles({ sqlite }: Modules, { order }: StoredOrder, n: number): MadeBundle[] {
  return sqlite
    .prepare<[number], Omit<MadeBundle, "code">>(
      `SELECT min(t.number) AS number, b.set_number AS "set", b.part, b.size, b.colour, b.shade, b.pieces
       FROM act_bundles a JOIN bundles b ON b.id = a.bundle_id JOIN tickets t ON t.bundle_id = b.id
       WHERE a.n = ? GROUP BY b.id ORDER BY b.id`,
    )
    .all(n)
    .map((bundle) => ({
      code: formatCode({ order: order.number, bundle: bundle.number }),
      ...bundle,
    }));
}
