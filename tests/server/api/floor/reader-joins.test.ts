import type { Operation } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { EventsEntry } from "../../../../server/src/store/entries.ts";
import { type FloorHttp, openFloor, STEPS } from "./floor-http.ts";

const BOOTED = Date.parse("2026-11-23T08:00:00+01:00");
const MINUTE = 60_000;

function step(code: string, fields: Partial<Operation>): Operation {
  return { ...STEPS.operations[0]!, code, label: { fr: `Étape ${code}` }, ...fields };
}

const POLO = {
  parts: [
    { code: "corps", label: { fr: "corps" } },
    { code: "manches", label: { fr: "manches" } },
  ],
  operations: [
    step("10", { part: "corps", after: [] }),
    step("20", { part: "manches", after: [] }),
    step("30", { after: ["10", "20"], joins: ["corps", "manches"] }),
    step("40", { after: ["30"] }),
  ],
};

/** A reader at the counter of S03, which only joins. */
function openPolo(): Promise<FloorHttp> {
  return openFloor({
    routing: POLO,
    stations: {
      S01: { operation: "10" },
      S02: { operation: "20" },
      S03: { operation: "30", device: "esp-01" },
    },
  });
}

function reader(floor: FloorHttp) {
  let seq = 0;
  return async (code: string, minute: number) => {
    seq += 1;
    const received = BOOTED + minute * MINUTE;
    const events = [{ seq, up: minute * MINUTE, kind: "scan" as const, code }];
    const entry: EventsEntry = {
      kind: "events",
      deviceId: "esp-01",
      received,
      message: { boot: "9f2c01ab", up: minute * MINUTE, events },
    };
    await floor.record(entry);
    floor.setNow(new Date(received + 1_000).toISOString());
    return (await floor.tablet("S03")).read?.answer;
  };
}

async function byPart(floor: FloorHttp, part: string): Promise<string[]> {
  const bundles = await Promise.all(
    floor.codes.map((code) =>
      floor.send<{ code: string; part: string }>("GET", `/bundles/${code}`),
    ),
  );
  return bundles.filter((bundle) => bundle.part === part).map(({ code }) => code);
}

describe("a reader at a station that only joins", () => {
  it("[Y20] joins a part with the one that it read before, and the joined bundle is open there", async () => {
    const floor = await openPolo();
    const [body = ""] = await byPart(floor, "corps");
    const [sleeves = ""] = await byPart(floor, "manches");
    const read = reader(floor);

    const first = await read(body, 1);
    const second = await read(sleeves.replaceAll("-", "X").replace(/X(\w)$/, "$1"), 2);

    expect(first).toMatchObject({ accepted: false, code: "join-missing-part" });
    expect(second).toMatchObject({ accepted: true, code: "join-accepted", bundle: { code: body } });
    expect((await floor.tablet("S03")).open).toMatchObject([
      { code: body, operation: { code: "30" } },
    ]);
    expect((await floor.bundle(sleeves)).state.inProgress).toBe(0);
    const { conflicts } = await floor.send<{ conflicts: unknown[] }>("GET", "/conflicts");
    expect(conflicts).toEqual([]);
  });

  it("[Y20] lets the first wait while a wrong one is read, and is read again", async () => {
    const floor = await openPolo();
    const [body = "", other = ""] = await byPart(floor, "corps");
    const [sleeves = ""] = await byPart(floor, "manches");
    const read = reader(floor);

    const told = [];
    for (const [index, code] of [body, body, other, sleeves].entries()) {
      told.push((await read(code, index + 1))?.code);
    }

    expect(told).toEqual([
      "join-missing-part",
      "join-missing-part",
      "join-same-part",
      "join-accepted",
    ]);
    expect((await floor.tablet("S03")).open).toMatchObject([{ code: body }]);
  });

  it("[Y20] begins anew after ten minutes", async () => {
    const floor = await openPolo();
    const [body = ""] = await byPart(floor, "corps");
    const [sleeves = ""] = await byPart(floor, "manches");
    const read = reader(floor);

    await read(body, 1);
    const late = await read(sleeves, 12);
    const joined = await read(body, 13);

    expect([late?.code, joined?.code]).toEqual(["join-missing-part", "join-accepted"]);
  });

  it("[Y17] a station is told which parts come together there", async () => {
    const floor = await openPolo();

    const [here, elsewhere] = [await floor.tablet("S03"), await floor.tablet("S01")];

    expect(elsewhere.joins).toEqual([]);
    expect(here.joins).toMatchObject([
      {
        orderId: floor.orderId,
        operation: { code: "30" },
        parts: [
          { code: "corps", label: { fr: "corps" } },
          { code: "manches", label: { fr: "manches" } },
        ],
      },
    ]);
  });
});
