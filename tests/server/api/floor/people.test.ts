import { badgeToQr } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { EventsEntry } from "../../../../server/src/store/entries.ts";
import { decide } from "../support/privacy.ts";
import { type FloorHttp, openFloor } from "./floor-http.ts";

const MINUTE = 60_000;

async function openWithFleur(options: Parameters<typeof openFloor>[0] = {}) {
  const floor = await openFloor(options);
  await floor.send("POST", "/operators", { id: "fleur", pseudonym: "Fleur", badge: 412 });
  await floor.send("POST", "/operators", { id: "luc", pseudonym: "Luc", badge: 413 });
  return floor;
}

function badge(floor: FloorHttp, stationId: string, fields: object = {}) {
  const sent = { badge: badgeToQr(412), direction: "in", ...fields };
  return floor.act("/badges", stationId, sent);
}

/** A barcode read at the counter of S01, which was switched on at 08:00. */
function reading(code: string, { seq, at }: { seq: number; at: string }): EventsEntry {
  const received = Date.parse(at);
  const up = received - Date.parse("2026-11-23T08:00:00+01:00");
  const events = [{ seq, up, kind: "scan" as const, code }];
  return {
    kind: "events",
    deviceId: "esp-01",
    received,
    message: { boot: "9f2c01ab", up, events },
  };
}

const READER = {
  stations: { S01: { operation: "10", device: "esp-01" }, S02: { operation: "20" } },
};

describe("a badge", () => {
  it("[Y10] puts somebody at a station in one gesture, and takes them off the one before", async () => {
    const floor = await openWithFleur();

    const told = await badge(floor, "S01");
    const before = await floor.tablet("S01");
    await badge(floor, "S02");

    expect(told).toMatchObject({ status: 200, message: "Bonjour Fleur." });
    expect(before.present).toMatchObject([{ pseudonym: "Fleur", assignmentId: told.assignmentId }]);
    expect((await floor.tablet("S01")).present).toEqual([]);
    expect((await floor.tablet("S02")).present).toMatchObject([{ pseudonym: "Fleur" }]);
  });

  it("[Y10] greets again in the same words when it is delivered twice", async () => {
    const floor = await openWithFleur();
    const first = await badge(floor, "S01", { key: "one-badge-in-morning" });

    const again = await badge(floor, "S01", { key: "one-badge-in-morning" });

    expect(again).toEqual(first);
  });

  it("[Y10] lets several work at one station, and one leave it", async () => {
    const floor = await openWithFleur();
    const { assignmentId } = await badge(floor, "S01");
    await badge(floor, "S01", { badge: badgeToQr(413) });

    const told = await badge(floor, "S01", { badge: undefined, direction: "out", assignmentId });

    expect(told).toMatchObject({ status: 200, message: "Au revoir Fleur." });
    expect((await floor.tablet("S01")).present.map(({ pseudonym }) => pseudonym)).toEqual(["Luc"]);
  });

  it("[Y10] that nobody has, or that is a ticket, is refused with what to do", async () => {
    const floor = await openWithFleur();
    const [code = ""] = floor.codes;

    expect(await badge(floor, "S01", { badge: badgeToQr(999) })).toMatchObject({
      status: 409,
      code: "badge-unknown",
    });
    expect(await badge(floor, "S01", { badge: code })).toMatchObject({ code: "badge-is-ticket" });
    expect(await floor.scan("S01", badgeToQr(412))).toMatchObject({ code: "ticket-is-badge" });
  });

  it("[Y10] drawn by the tablet while it had no network holds for what was done with it", async () => {
    const floor = await openWithFleur();
    const [code = ""] = floor.codes;
    const now = floor.deps.now();
    const assignmentId = "drawn-by-the-tablet";
    const past = { offline: true, at: now - 20 * MINUTE };
    await badge(floor, "S02");
    await badge(floor, "S01", { ...past, assignmentId });
    await floor.scan("S01", code, { offline: true, at: now - 15 * MINUTE, assignmentId });

    const [open] = (await floor.tablet("S01")).open;

    expect(open).toMatchObject({ code, assignmentId });
    expect((await floor.tablet("S02")).present).toMatchObject([{ pseudonym: "Fleur" }]);
    expect((await floor.tablet("S01")).present).toEqual([]);
  });

  it("[Y12] says goodbye to whoever leaves after the end of the shift, and counts no minute more", async () => {
    const floor = await openWithFleur();
    await badge(floor, "S01");
    floor.setNow("2026-11-23T17:20:00+01:00");

    const told = await badge(floor, "S01", { direction: "out" });
    const again = await badge(floor, "S01", { direction: "out" });
    const stranger = await badge(floor, "S01", { badge: badgeToQr(413), direction: "out" });

    expect([told.code, again.code]).toEqual(["badge-out-accepted", "badge-out-accepted"]);
    expect(stranger).toMatchObject({ status: 409, code: "badge-not-in" });
    const { lines } = await floor.send<{ lines: object[] }>("GET", "/counts");
    expect(lines).toMatchObject([{ attendedMinutes: 8 * 60 }]);
  });

  it("[Y11] counts the day's pieces over stations and badge-ins, without what was undone", async () => {
    const floor = await openWithFleur();
    const [first = "", second = ""] = floor.codes;
    await badge(floor, "S01");
    await floor.work("S01", first, 50);
    await badge(floor, "S02");
    await floor.work("S02", first, 50);
    await badge(floor, "S02", { direction: "out" });
    await badge(floor, "S01");
    await floor.scan("S01", second);
    await floor.finish("S01", second, { good: 30, key: "thirty-by-mistake" });
    await floor.act("/undos", "S01", { undoes: "thirty-by-mistake" });

    await decide(floor, { myDay: true });
    const { present } = await floor.tablet("S01");

    expect(present).toMatchObject([{ pseudonym: "Fleur", dayPieces: 100 }]);
  });

  it("[Y12] that was not given back ends with the shift", async () => {
    const floor = await openWithFleur();
    await badge(floor, "S01");

    floor.setNow("2026-11-23T16:59:59+01:00");
    expect((await floor.tablet("S01")).present).toHaveLength(1);
    floor.setNow("2026-11-23T17:00:00+01:00");
    expect((await floor.tablet("S01")).present).toEqual([]);
  });
});

describe("a reader at a counter", () => {
  it("[Y9] scans at the counter's station, and tells its answer there", async () => {
    const floor = await openWithFleur(READER);
    const [code = ""] = floor.codes;
    await floor.record(
      reading(badgeToQr(412), { seq: 1, at: "2026-11-23T08:01:00+01:00" }),
      reading(code.replaceAll("-", "X").replace(/X(\w)$/, "$1"), {
        seq: 2,
        at: "2026-11-23T08:02:00+01:00",
      }),
    );
    floor.setNow("2026-11-23T08:03:00+01:00");

    const station = await floor.tablet("S01");

    expect(station.present).toMatchObject([{ pseudonym: "Fleur" }]);
    expect(station.open).toMatchObject([
      { code, openedAt: Date.parse("2026-11-23T08:02:00+01:00") },
    ]);
    expect(station.read).toMatchObject({ answer: { accepted: true, code: "scan-accepted" } });
  });

  it("[Y9] tells why it was refused, and nothing more after two minutes", async () => {
    const floor = await openWithFleur(READER);
    await floor.record(reading("118X117B", { seq: 1, at: "2026-11-23T08:01:00+01:00" }));
    floor.setNow("2026-11-23T08:02:00+01:00");

    const { read } = await floor.tablet("S01");
    floor.setNow("2026-11-23T08:03:01+01:00");

    expect(read).toMatchObject({ answer: { accepted: false, code: "code-unreadable" } });
    expect((await floor.tablet("S01")).read).toBeNull();
  });

  it("[Y9] is heard whatever keys a screen draws: those of readers and cuttings are not for it", async () => {
    const floor = await openWithFleur(READER);
    const [first = "", second = ""] = floor.codes;
    const refusals = [];
    for (const key of ["event:1:1", "cut:cutting-2"]) {
      refusals.push(await floor.scan("S02", first, { key, offline: true }));
    }

    await floor.record(reading(second, { seq: 1, at: "2026-11-23T08:01:00+01:00" }));

    expect(refusals).toMatchObject([{ status: 422 }, { status: 422 }]);
    expect((await floor.tablet("S01")).open).toMatchObject([{ code: second }]);
  });

  it("[Y9] does once what it read once, however often it is told", async () => {
    const floor = await openWithFleur(READER);
    const [code = ""] = floor.codes;
    const once = reading(code, { seq: 1, at: "2026-11-23T08:01:00+01:00" });

    await floor.record(once, once);
    await floor.record(once);

    const { facts } = await floor.send<{ facts: { kind: string }[] }>(
      "GET",
      `/bundles/${code}/story`,
    );
    expect(facts.filter(({ kind }) => kind === "scan")).toHaveLength(1);
  });
});
