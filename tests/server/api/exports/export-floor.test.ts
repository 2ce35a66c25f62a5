import { badgeToQr, type ProductionReport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { JsonExport } from "../../../../server/src/exports/write-json.ts";
import { parseStrictCsv } from "../../exports/support/strict-csv.ts";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";

const INSPECTED = {
  parts: [],
  operations: [
    {
      ...{ code: "10", label: { fr: "Étape 10" }, machine: "Piqueuse plate", standardMinutes: 0.5 },
      ...{ after: [], countedBy: "scan" as const },
    },
    {
      ...{ code: "20", label: { fr: "Contrôle" }, machine: "Table", standardMinutes: 0.4 },
      ...{ after: ["10"], countedBy: "scan" as const, inspects: true },
    },
  ],
};

/** Two tables at 10:00; a bundle of 50 is sewn and looked at: 45 good, 5 to mend for a stain. */
async function openWorked(): Promise<FloorHttp> {
  const at = "2026-11-23T10:00:00+01:00";
  const stations = { S01: { operation: "10" }, S02: { operation: "20" } };
  const floor = await openFloor({ at, stations, routing: INSPECTED });
  const [code = ""] = floor.codes;
  await floor.work("S01", code, 50);
  await floor.scan("S02", code);
  const defects = [{ defect: "stain", operation: "10", pieces: 5 }];
  await floor.finish("S02", code, { good: 45, rework: 5, defects });
  return floor;
}

/** Rows of a plain CSV by their fields. */
async function rowsOf(floor: FloorHttp, kind: string): Promise<Record<string, string>[]> {
  const { text } = await floor.get(`/api/v1/exports/${kind}?format=csv-plain`);
  const [fields = [], ...rows] = parseStrictCsv(text, ",");
  return rows.map((row) =>
    Object.fromEntries(fields.map((field, index) => [field, row[index] ?? ""])),
  );
}

describe("export of a floor with bundles", () => {
  it("[EX2] [EX11] tells pieces by order, size and colour, and how far the order is", async () => {
    const floor = await openWorked();

    const production = await rowsOf(floor, "production");
    const orders = await rowsOf(floor, "orders");

    const sewn = {
      order: floor.orderId,
      styleId: "POLO",
      style: "Polo",
      size: "M",
      colour: "Bleu",
    };
    expect(production.filter(({ order }) => order !== "")).toMatchObject([
      { ...sewn, code: "10", good: "50", rework: "0" },
      { ...sewn, code: "20", good: "45", rework: "5" },
    ]);
    expect(orders).toMatchObject([
      {
        ...{ ...sewn, customer: "Ville de Lons", ordered: "200", cut: "200", good: "45" },
        ...{ rework: "5", inProgress: "150", left: "155", packed: "0", dueOn: "2026-12-18" },
        ...{ state: "En cours", givenOn: "2026-11-23", closedOn: "" },
      },
    ]);
  });

  it("[EX20] tells of a night what was done after midnight, under the day on which it began", async () => {
    const floor = await openFloor();
    const [{ plan } = { plan: null }] = await floor.store.plans();
    const shifts = [{ days: [1, 2, 3, 4, 5], from: "05:00", to: "04:00" }];
    await floor.putPlan({ ...plan!, calendar: { shifts } }, "2026-11-20T00:00:00Z");
    floor.setNow("2026-11-24T03:10:00+01:00");
    await floor.work("S01", floor.codes[0] ?? "", 50);

    const storyOf = async (day: string): Promise<string> => {
      const query = `from=${day}&format=csv-plain&order=${floor.orderId}`;
      return (await floor.get(`/api/v1/exports/story?${query}`)).text;
    };
    expect(await storyOf("2026-11-23")).toContain("2026-11-24T03:10:00+01:00");
    expect(await storyOf("2026-11-24")).not.toContain("03:10");
  });

  it("[EX18] [EX22] is of the line, the order or the style of the report that it stands beside, and comes to the same", async () => {
    const floor = await openWorked();
    for (const of of ["", `order=${floor.orderId}`, "style=POLO", "line=L1"]) {
      const query = `from=2026-11-23&${of}`;
      const report = await floor.send<ProductionReport>("GET", `/reports/production?${query}`);
      const { tables } = await floor.send<JsonExport>(
        "GET",
        `/exports/production?${query}&format=json`,
      );
      const named = new Map(tables.map((table) => [table.name, table]));
      const good = (name: string) => named.get(name)?.rows.map((row) => row["good"]);

      expect(named.get("Jours")?.total).toMatchObject({ good: report.totals.good });
      expect(good("Jours")).toEqual([report.totals.good]);
      expect(good("Heures")).toEqual(report.hours.map(({ pieces }) => pieces));
    }
    const { headers } = await floor.get("/api/v1/exports/production?from=2026-11-23&style=POLO");
    expect(headers["content-disposition"]).toContain("trame-production-POLO-2026-11-23.csv");
  });

  it("[EX1] [EX23] tells what waits at each operation of an order, the same hours later", async () => {
    const floor = await openWorked();
    const url = "/api/v1/exports/orders?from=2026-11-23&format=json";
    const first = await floor.get(url);
    const { tables } = JSON.parse(first.text) as JsonExport;

    expect(tables.find(({ name }) => name === "Opérations")?.rows).toMatchObject([
      { order: floor.orderId, code: "10", waiting: 150, bundles: 3, inProcess: 150, good: 50 },
      { order: floor.orderId, code: "20", inProcess: 0, good: 45, rework: 5 },
    ]);
    floor.setNow("2026-11-23T15:00:00+01:00");
    expect((await floor.get(url)).text).toBe(first.text);
  });

  it("[EX18] refuses a style that there is not, and kinds that say nothing of styles", async () => {
    const floor = await openFloor();
    const codeOf = async (path: string) => (await floor.get(`/api/v1/exports/${path}`)).json;

    expect(await codeOf("production?style=ROBE")).toMatchObject({ code: "style-absent" });
    expect(await codeOf("stops?style=POLO")).toMatchObject({ code: "export-not-by-style" });
  });

  it("[EX9] tells what was looked at and what was wrong, by the operation at fault", async () => {
    const floor = await openWorked();

    expect(await rowsOf(floor, "quality")).toMatchObject([
      { order: floor.orderId, inspected: "50", goodFirst: "45", dhu: "10", firstPassYield: "0.9" },
      { code: "10", operation: "Étape 10", defectCode: "stain", defect: "Tache", defects: "5" },
    ]);
  });

  it("[EX9] tells each stop with its edges, cause and origin, as the list of stops does", async () => {
    const floor = await openWorked();
    const from = Date.parse("2026-11-23T08:30:00+01:00");
    const word = { origin: "hand", stationId: undefined, scope: { stationId: "S01" } };
    await floor.act("/stops", "S01", { ...word, cause: "machine", from, to: from + 600_000 });

    expect(await rowsOf(floor, "stops")).toEqual([
      {
        ...{ day: "2026-11-23", line: "Ligne 1", station: "Poste S01", minutes: "10" },
        ...{ from: "2026-11-23T08:30:00+01:00", to: "2026-11-23T08:40:00+01:00" },
        ...{ causeCode: "machine", cause: "Machine", class: "Machine", origin: "À la main" },
        ...{ version: "1", correctedAt: "" },
      },
    ]);
  });

  it("[EX10] names nobody, and does not count fewer than four", async () => {
    const floor = await openFloor({ at: "2026-11-23T10:00:00+01:00" });
    const people = ["Fleur", "Luc", "Noa", "Soleil"];
    const badgeIn = (index: number) =>
      floor.act("/badges", `S0${index + 1}`, { badge: badgeToQr(412 + index), direction: "in" });
    for (const [index, pseudonym] of people.entries()) {
      await floor.send("POST", "/operators", { pseudonym, badge: 412 + index });
      if (index < 3) await badgeIn(index);
    }
    await floor.work("S01", floor.codes[0] ?? "", 50);
    const three = await rowsOf(floor, "attendance");
    await badgeIn(3);
    const four = await rowsOf(floor, "attendance");

    expect([three[0]?.["people"], four[0]?.["people"]]).toEqual(["moins de 4", "4"]);
    for (const format of ["csv", "json"]) {
      const { text } = await floor.get(`/api/v1/exports/attendance?format=${format}`);
      for (const name of people) expect(text).not.toContain(name);
    }
  });
});
