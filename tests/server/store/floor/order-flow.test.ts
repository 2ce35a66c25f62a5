import { describe, expect, it } from "vitest";
import { at } from "../workshop.ts";
import {
  codeOf,
  type FloorLedger,
  floorPlan,
  openFloorLedger,
  PIECES,
  settle,
} from "./floor-ledger.ts";

const STATIONS = ["S1", "S2", "S3", "S4"] as const;

/** Sews a bundle to the end, one station a minute. */
function sew({ ledger }: FloorLedger, bundle: number, hour: number): void {
  for (const [index, stationId] of STATIONS.entries()) {
    const received = at(`${hour}:0${index}`);
    const head = {
      stationId,
      at: received,
      sentAt: received,
      origin: "scan",
      code: codeOf(bundle),
    };
    const key = `bundle-${bundle}-at-${stationId}`;
    const none = { rework: 0, second: 0, scrap: 0 };
    const context = { received, isAdmin: true };
    ledger.act({ kind: "scan", body: { ...head, key, origin: "scan" } }, context);
    const body = { ...head, ...none, origin: "hand" as const, key: `${key}-end`, good: PIECES };
    ledger.act({ kind: "finish", body }, context);
  }
}

function orderState({ sqlite }: FloorLedger): unknown {
  return sqlite.prepare("SELECT state FROM orders").pluck().get();
}

describe("an order", () => {
  it("[Y13] is done also when its last piece was out while older bundles waited to be folded again", () => {
    const floor = openFloorLedger({ sets: 2 });
    sew(floor, 1, 10);
    const { ledger } = floor;
    ledger.putPlan({ from: at("09:00"), plan: floorPlan(), secrets: [] }, at("10:30"));

    sew(floor, 2, 11);
    const before = orderState(floor);
    settle(floor);

    expect([before, orderState(floor)]).toEqual(["running", "done"]);
  });
});
