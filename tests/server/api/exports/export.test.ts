import { EVENING_KINDS } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { parseStrictCsv } from "../../exports/support/strict-csv.ts";
import { type Answer, openHttp, type TestHttp } from "../support/open-http.ts";
import { tellMinutes } from "../support/privacy.ts";
import { lineOf, planOf, planOfStations, startCounter, stationOf } from "../support/workshop.ts";

const BASE = "/api/v1/exports";
const DAY = "from=2026-11-23";

type Sewing = TestHttp & { readonly sewn: ReturnType<typeof startCounter>["sewn"] };

/** Monday at 11:35: 71 pieces since eight o'clock. */
async function openSewn(): Promise<Sewing> {
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
  await tellMinutes(http);
  const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
  await http.record(sewn("2026-11-23T08:30:00+01:00", 31), sewn("2026-11-23T09:30:00+01:00", 40));
  return { ...http, sewn };
}

/** Rows of a plain CSV by their fields. */
async function rowsOf(http: TestHttp, query: string): Promise<Record<string, string>[]> {
  const { text } = await http.get(`${BASE}/${query}&format=csv-plain`);
  const [fields = [], ...rows] = parseStrictCsv(text, ",");
  return rows.map((row) =>
    Object.fromEntries(fields.map((field, index) => [field, row[index] ?? ""])),
  );
}

describe("export", () => {
  it("[EX13] has its type, its name, and the age of its data", async () => {
    const http = await openSewn();

    const { status, headers } = await http.get(`${BASE}/production?${DAY}&format=csv-plain`);

    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toBe(
      'attachment; filename="trame-production-2026-11-23-plain.csv"',
    );
    expect(headers["trame-as-of"]).toBe("2026-11-23T08:30:00.000Z");
    expect(headers["trame-corrected"]).toBeUndefined();
  });

  it("[EX2] holds what the counters made, to the piece and the minute, as of the day's latest change", async () => {
    const http = await openSewn();

    expect(await rowsOf(http, `production?${DAY}`)).toMatchObject([
      {
        ...{ day: "2026-11-23", line: "Ligne 1", order: "", operation: "Assembler les plis" },
        ...{ good: "71", out: "71", standardMinutes: "0.42", earnedMinutes: "29.82" },
        // From eight until the last piece at half past nine.
        ...{ attendedMinutes: "90", version: "1", correctedAt: "" },
      },
    ]);
    expect(await rowsOf(http, `attendance?${DAY}`)).toMatchObject([
      { line: "Ligne 1", attendedMinutes: "90", source: "Effectif prévu", people: "" },
    ]);
  });

  it("[EX1] [EX13] is the same, byte for byte, while its day stays", async () => {
    const http = await openSewn();
    const urls = [
      ...EVENING_KINDS.map((kind) => `${BASE}/${kind}?${DAY}&format=csv`),
      `${BASE}/production?${DAY}&format=xlsx`,
    ];
    const first = new Map<string, Answer>();
    for (const url of urls) first.set(url, await http.get(url));

    http.setNow("2026-11-23T14:10:00+01:00");
    for (const [url, { status, bytes, headers }] of first) {
      const tag = String(headers["etag"]);
      const second = await http.get(url);

      expect(status).toBe(200);
      expect(second.bytes.equals(bytes)).toBe(true);
      expect(second.headers["etag"]).toBe(tag);
    }
    const [url = ""] = urls;
    const tag = String(first.get(url)?.headers["etag"]);
    const known = await http.get(url, { headers: { "if-none-match": `"other", W/${tag}` } });
    expect(known).toMatchObject({ status: 304, text: "" });
  });

  it("[EX13] negative control: one more piece is other bytes and another tag", async () => {
    const http = await openSewn();
    const url = `${BASE}/production?${DAY}&format=xlsx`;
    const first = await http.get(url);

    await http.record(http.sewn("2026-11-23T09:31:00+01:00", 1));
    const second = await http.get(url, {
      headers: { "if-none-match": String(first.headers["etag"]) },
    });

    expect(second.status).toBe(200);
    expect(second.bytes.equals(first.bytes)).toBe(false);
  });

  it("[EX12] a day that changes after it closed says so in every format, and its header too", async () => {
    const http = await openSewn();
    http.setNow("2026-11-24T09:00:00+01:00");
    await http.record({ ...http.sewn("2026-11-23T16:30:00+01:00", 9), received: http.deps.now() });

    const url = `${BASE}/production?${DAY}`;
    const { headers, json } = await http.get(`${url}&format=json`);

    expect(headers["trame-corrected"]).toBe("2026-11-23;v=2");
    expect(json).toMatchObject({
      corrected: [{ day: "2026-11-23", version: 2, at: "2026-11-24T09:00:00+01:00" }],
    });
    expect((await rowsOf(http, `production?${DAY}`))[0]).toMatchObject({
      ...{ good: "80", version: "2", correctedAt: "2026-11-24T09:00:00+01:00" },
      attendedMinutes: "480",
    });
    expect((await http.get(`${url}&format=csv`)).text).toContain(";2;2026-11-24 09:00");
  });

  it("[EX9] stitches are those of each station in each clock hour", async () => {
    const http = await openSewn();

    expect(await rowsOf(http, `stitches?${DAY}`)).toMatchObject([
      { hour: "08:00", station: "Poste 1", pieces: "31", stitches: "7440", trims: "124" },
      { from: "2026-11-23T09:00:00+01:00", pieces: "40", stitches: "9600", trims: "160" },
    ]);
  });

  it("[EX4] no name is run as a formula, whatever the plan says", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const lines = [lineOf({ name: "=1+1", stations: [stationOf({ operation: "@SUM(A1)" })] })];
    await http.putPlan(planOf({ lines }), "2026-11-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(sewn("2026-11-23T08:30:00+01:00", 3));

    expect(await rowsOf(http, `production?${DAY}`)).toMatchObject([
      { line: "'=1+1", operation: "'@SUM(A1)" },
    ]);
  });

  it("[EX2] several days are one file, and its rows are in the order of days and lines", async () => {
    const http = await openHttp("2026-11-24T11:35:00+01:00");
    await http.putPlan(planOfStations([{ name: "A" }, { name: "B" }]), "2026-11-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(sewn("2026-11-23T08:30:00+01:00", 3), sewn("2026-11-24T08:30:00+01:00", 4));

    const { headers } = await http.get(`${BASE}/production?from=2026-11-23&to=2026-11-24`);
    const rows = await rowsOf(http, "production?from=2026-11-23&to=2026-11-24");

    expect(headers["content-disposition"]).toContain("trame-production-2026-11-23_2026-11-24.csv");
    expect(rows.filter(({ good }) => good !== "0").map(({ day, good }) => [day, good])).toEqual([
      ["2026-11-23", "3"],
      ["2026-11-24", "4"],
    ]);
  });

  it("[EX13] what can't be asked for is refused in words", async () => {
    const http = await openHttp();
    const refused = {
      "production?from=2026-11-24&to=2026-11-23": "range-reversed",
      "production?from=2025-01-01&to=2026-11-23": "range-too-long",
      "production?from=demain": "day-invalid",
      "production?format=docx": "value-not-among",
      people: "value-not-among",
    };
    for (const [query, code] of Object.entries(refused)) {
      expect(await http.get(`${BASE}/${query}`)).toMatchObject({ status: 422, json: { code } });
    }
  });
});
