import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp } from "./support/open-http.ts";
import { lineOf, planOf, planOfStations, startCounter, stationOf } from "./support/workshop.ts";

const URL = "/api/v1/exports/daily?day=2026-11-23";
const HEADER = "jour;heure;ligne;poste;operation;pieces;points;coupes;minutes_produites";

async function openSewn(): Promise<TestHttp & { sewn: ReturnType<typeof startCounter>["sewn"] }> {
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
  const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
  await http.record(sewn("2026-11-23T08:30:00+01:00", 31), sewn("2026-11-23T09:30:00+01:00", 40));
  return { ...http, sewn };
}

/** Lines of a CSV without what opens it. */
function linesOf(text: string): string[] {
  return text.replace("\uFEFF", "").split("\r\n").slice(1);
}

describe("daily export", () => {
  it("[X5] is UTF-8 with a byte order mark, semicolons and a decimal comma", async () => {
    const http = await openSewn();

    const { status, headers, bytes } = await http.get(URL);

    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toBe('attachment; filename="trame-2026-11-23.csv"');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString()).toBe(
      [
        HEADER,
        "2026-11-23;08:00;Ligne 1;Poste 1;Assembler les plis;31;7440;124;13,02",
        "2026-11-23;09:00;Ligne 1;Poste 1;Assembler les plis;40;9600;160;16,8",
      ].join("\r\n"),
    );
  });

  it("[X5] no name is run as a formula, or breaks its line", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const station = stationOf({ name: "+33 Poste", operation: 'Piquer; "bord"\nà bord' });
    const lines = [lineOf({ name: "=cmd|' /C calc'!A0", stations: [station] })];
    await http.putPlan(planOf({ lines }), "2026-11-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(sewn("2026-11-23T08:30:00+01:00", 31));

    const { text } = await http.get(URL);

    expect(linesOf(text)).toEqual([
      `2026-11-23;08:00;'=cmd|' /C calc'!A0;'+33 Poste;"Piquer; ""bord""\nà bord";31;7440;124;13,02`,
    ]);
  });

  it("[X3] a day without pieces has its header alone", async () => {
    const http = await openHttp();

    expect((await http.get(URL)).text).toBe(`\uFEFF${HEADER}`);
  });

  it("[X7] the same bytes and tag while the day's clock stays, others after", async () => {
    const http = await openSewn();
    const first = await http.get(URL);
    const tag = String(first.headers["etag"]);
    const tomorrow = http.sewn("2026-11-24T09:00:00+01:00", 20);

    http.setNow("2026-11-24T10:00:00+01:00");
    await http.record(tomorrow);
    const second = await http.get(URL);
    const known = await http.get(URL, { headers: { "if-none-match": `"other", W/${tag}` } });
    await http.record(http.sewn("2026-11-23T11:30:00+01:00", 7));
    const third = await http.get(URL, { headers: { "if-none-match": tag } });

    expect(second.bytes).toEqual(first.bytes);
    expect(second.headers["etag"]).toBe(tag);
    expect(known).toMatchObject({ status: 304, text: "" });
    expect(known.headers["etag"]).toBe(tag);
    expect(third.status).toBe(200);
    expect(third.headers["etag"]).not.toBe(tag);
    expect(third.bytes).not.toEqual(first.bytes);
  });

  it("[X7] a name that the plan corrects changes the day's clock", async () => {
    const http = await openSewn();
    const before = await http.get(URL);

    const lines = [lineOf({ name: "Ligne bleue" })];
    await http.putPlan(planOf({ lines }), "2026-11-23T09:00:00+01:00");
    await http.settled();
    const after = await http.get(URL);

    expect(after.headers["etag"]).not.toBe(before.headers["etag"]);
    expect(linesOf(after.text).map((line) => line.split(";")[2])).toEqual([
      "Ligne 1",
      "Ligne bleue",
    ]);
  });

  it("[X3] what changed within an hour is one row, joined in the order of time", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const before = lineOf({ stations: [stationOf({ operation: "Surfiler", standardMinutes: 1 })] });
    const after = lineOf({ stations: [stationOf({ operation: "Piquer", standardMinutes: 2 })] });
    await http.putPlan(planOf({ lines: [before] }), "2026-11-01T00:00:00Z");
    await http.putPlan(planOf({ lines: [after] }), "2026-11-23T08:30:00+01:00");
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(sewn("2026-11-23T08:20:00+01:00", 10), sewn("2026-11-23T08:40:00+01:00", 4));

    expect(linesOf((await http.get(URL)).text)).toEqual([
      "2026-11-23;08:00;Ligne 1;Poste 1;Surfiler + Piquer;14;3360;56;18",
    ]);
  });

  it("[X3] rows come by hour, then in the order of the plan", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const plan = planOfStations([{ name: "Zoé" }, { name: "Anne" }]);
    await http.putPlan(plan, "2026-11-01T00:00:00Z");
    for (const device of ["esp-02", "esp-01"]) {
      const { sewn } = startCounter(device, "2026-11-23T07:30:00+01:00");
      await http.record(sewn("2026-11-23T08:30:00+01:00", 3), sewn("2026-11-23T10:30:00+01:00", 4));
    }

    const rows = linesOf((await http.get(URL)).text).map((line) => line.split(";").slice(1, 4));

    expect(rows).toEqual([
      ["08:00", "Ligne 1", "Zoé"],
      ["08:00", "Ligne 1", "Anne"],
      ["10:00", "Ligne 1", "Zoé"],
      ["10:00", "Ligne 1", "Anne"],
    ]);
  });

  it("[X4] the hour that comes twice says its offset", async () => {
    const http = await openHttp("2026-10-25T08:00:00+01:00");
    await http.putPlan(planOf(), "2026-10-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-10-25T00:00:00+02:00");
    await http.record(sewn("2026-10-25T01:30:00+02:00", 1), sewn("2026-10-25T02:30:00+02:00", 2));
    await http.record(sewn("2026-10-25T02:30:00+01:00", 3), sewn("2026-10-25T03:30:00+01:00", 4));

    const { text } = await http.get("/api/v1/exports/daily");

    expect(linesOf(text).map((line) => line.split(";")[1])).toEqual([
      "01:00",
      "02:00+02:00",
      "02:00+01:00",
      "03:00",
    ]);
  });

  it("[X3] as JSON the figures are not rounded, and the tag is its own", async () => {
    const http = await openSewn();

    const { json, headers } = await http.get(`${URL}&format=json`);

    expect(json).toEqual({
      day: "2026-11-23",
      rows: [
        {
          hour: "2026-11-23T08:00:00+01:00",
          shortHour: "08:00",
          stationId: "S01",
          line: "Ligne 1",
          station: "Poste 1",
          operation: "Assembler les plis",
          pieces: 31,
          stitches: 7_440,
          trims: 124,
          earnedMinutes: 13.02,
        },
        {
          hour: "2026-11-23T09:00:00+01:00",
          shortHour: "09:00",
          stationId: "S01",
          line: "Ligne 1",
          station: "Poste 1",
          operation: "Assembler les plis",
          pieces: 40,
          stitches: 9_600,
          trims: 160,
          earnedMinutes: 16.8,
        },
      ],
    });
    expect(headers["etag"]).not.toBe((await http.get(URL)).headers["etag"]);
  });

  it("[A3] a format that there is not is refused", async () => {
    const http = await openHttp();

    expect(await http.get(`${URL}&format=pdf`, { language: "en-GB" })).toMatchObject({
      status: 422,
      json: {
        code: "value-not-among",
        message: 'This value is not possible here: write "csv" or "json".',
        path: "/format",
      },
    });
  });
});
