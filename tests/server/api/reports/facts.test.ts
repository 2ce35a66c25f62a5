import type { ReportFacts } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openFloor } from "../floor/floor-http.ts";

describe("the facts behind a figure", () => {
  it("[RP10] are the acts that it is the sum of, with their origin, ticket and correction", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.scan("S01", code);
    await floor.finish("S01", code, { key: "finish-at-one", good: 47, rework: 2, scrap: 1 });
    const read = (query: string) => floor.send<ReportFacts>("GET", `/reports/facts?${query}`);

    const { facts, next } = await read("figure=good&operation=10");
    expect([facts, next]).toEqual([
      [
        {
          ...{ at: floor.deps.now(), receivedAt: floor.deps.now(), origin: "scan" },
          ...{ kind: "finish", key: "finish-at-one", stationId: "S01", orderId: floor.orderId },
          ...{ code, operation: "10", good: 47, rework: 0, second: 0, scrap: 0, defects: 0 },
          ...{ minutes: null, what: null, correctedBy: null },
        },
      ],
      null,
    ]);
    const rework = await read(`figure=rework&order=${floor.orderId}`);
    expect(rework.facts).toMatchObject([{ key: "finish-at-one", rework: 2, scrap: 1 }]);
    expect((await read("figure=good")).facts).toEqual([]);
    expect((await read("figure=rework&order=none")).facts).toEqual([]);

    const outcome = { good: 46, rework: 3, second: 0, scrap: 1 };
    const correction = { key: "corrected-later", amends: "finish-at-one", reason: "Mal compté" };
    await floor.send("POST", "/amendments", { ...correction, outcome });
    const after = (await read("figure=rework")).facts;
    expect(after).toMatchObject([{ rework: 3, correctedBy: "corrected-later" }]);
  });

  it("[RP10] are told of what came back from outside without a word of what was done there", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.scan("S01", code);
    await floor.finish("S01", code, { key: "finish-at-one", good: 48, rework: 2 });
    const slip = { at: floor.deps.now(), sentAt: floor.deps.now(), origin: "hand", slipId: "BL-1" };
    const away = { key: "away-to-jura", partner: "ESAT Jura", codes: [code] };
    await floor.send("POST", "/dispatches", { ...slip, ...away });
    const back = { key: "back-from-jura", code, good: 47, rework: 1, second: 0, scrap: 0 };
    await floor.send("POST", "/returns", { ...slip, ...back });

    const read = (query: string) => floor.send<ReportFacts>("GET", `/reports/facts?${query}`);
    const of = `figure=rework&order=${floor.orderId}&operation`;
    expect((await read(`${of}=`)).facts).toMatchObject([{ operation: null, rework: 1 }]);
    expect((await read(`${of}=10`)).facts).toMatchObject([{ key: "finish-at-one", rework: 2 }]);
  });

  it("[RP10] are what was looked at, sample or bundle, also where no defect was found", async () => {
    const floor = await openFloor();
    const told = { at: floor.deps.now(), sentAt: floor.deps.now(), origin: "hand" };
    const sample = { ...told, key: "sample-of-twenty", stationId: "S02" };
    await floor.send("POST", "/inspections", {
      ...sample,
      good: 20,
      rework: 0,
      second: 0,
      scrap: 0,
    });
    const read = () => floor.send<ReportFacts>("GET", "/reports/facts?figure=inspected");

    const { facts } = await read();
    expect(facts).toMatchObject([
      { key: "sample-of-twenty", origin: "hand", good: 20, code: null },
    ]);
    expect((await floor.send<ReportFacts>("GET", "/reports/facts?figure=defects")).facts).toEqual(
      [],
    );

    const outcome = { good: 18, rework: 2, second: 0, scrap: 0 };
    const correction = { key: "corrected-later", amends: "sample-of-twenty", reason: "Mal compté" };
    await floor.send("POST", "/amendments", { ...correction, outcome });
    const corrected = { good: 18, rework: 2, correctedBy: "corrected-later" };
    expect((await read()).facts).toMatchObject([corrected]);
  });

  it("[RP10] are refused in a sentence where the page is none", async () => {
    const floor = await openFloor();
    const answer = await floor.get("/api/v1/reports/facts?figure=good&after=nowhere");
    expect(answer).toMatchObject({
      status: 422,
      json: { code: "page-unknown", path: "/after", message: expect.stringMatching(/page/) },
    });
  });
});
