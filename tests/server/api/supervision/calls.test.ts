import type { Board, CallRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor, TOKEN, type Told } from "../floor/floor-http.ts";

const NOBODY = { stationId: undefined, origin: "hand" };

interface CallsJson {
  readonly escalateAfterMinutes: number;
  readonly calls: readonly Record<string, unknown>[];
  readonly totals: readonly object[];
}

function call(floor: FloorHttp, kind: string, fields: object = {}): Promise<Told> {
  return floor.act("/calls", "S01", { call: kind, origin: "hand", ...fields });
}

function step(floor: FloorHttp, key: string, name: "take" | "resolve"): Promise<Told> {
  return floor.act(`/calls/${key}/${name}`, "", NOBODY);
}

async function open(floor: FloorHttp): Promise<readonly CallRow[]> {
  const board = await floor.send<Board>("GET", "/board");
  return board.lines.flatMap(({ calls }) => calls);
}

function later(floor: FloorHttp, minutes: number): void {
  floor.setNow(floor.deps.now() + minutes * 60_000);
}

async function keyOf(floor: FloorHttp, stationId: string): Promise<string> {
  return (await floor.send<{ key: string }>("POST", `/stations/${stationId}/key`)).key;
}

describe("a call", () => {
  it("[CA1] is on the board until it is resolved, and in the list with its times", async () => {
    const floor = await openFloor();
    const calledAt = floor.deps.now();
    await call(floor, "mechanic", { key: "call-mechanic", note: "le fil casse" });
    expect(await open(floor)).toEqual([
      {
        key: "call-mechanic",
        stationId: "S01",
        call: "mechanic",
        at: calledAt,
        takenAt: null,
        escalatesAt: calledAt + 300_000,
        isHeard: false,
      },
    ]);
    later(floor, 4);
    expect(await step(floor, "call-mechanic", "take")).toMatchObject({ code: "call-taken" });
    expect(await open(floor)).toMatchObject([{ takenAt: calledAt + 240_000, escalatesAt: null }]);
    later(floor, 11);
    expect(await step(floor, "call-mechanic", "resolve")).toMatchObject({ code: "call-resolved" });
    expect(await open(floor)).toEqual([]);
    expect((await floor.send<CallsJson>("GET", "/calls?day=2026-11-23&line=L1")).calls).toEqual([
      {
        key: "call-mechanic",
        stationId: "S01",
        lineId: "L1",
        call: "mechanic",
        note: "le fil casse",
        at: calledAt,
        takenAt: calledAt + 240_000,
        resolvedAt: calledAt + 900_000,
        responseMinutes: 4,
        repairMinutes: 11,
        isEscalated: false,
        isRaised: true,
      },
    ]);
  });

  it("[CA3] is escalated after the workshop's own delay, and heard where it wants to hear", async () => {
    const floor = await openFloor();
    await call(floor, "quality", { key: "call-quality" });
    const settings = "/settings/calls";
    expect(await floor.send("GET", settings)).toEqual({ escalateAfterMinutes: 5, isHeard: false });
    await floor.send("PUT", settings, { escalateAfterMinutes: 2, isHeard: true });
    const [row] = await open(floor);
    expect(row).toMatchObject({ escalatesAt: (row?.at ?? 0) + 120_000, isHeard: true });
    later(floor, 2);
    const list = await floor.send<CallsJson>("GET", "/calls");
    expect(list).toMatchObject({ escalateAfterMinutes: 2, calls: [{ isEscalated: true }] });
  });

  it("[CA4] is made once, however often it is pressed", async () => {
    const floor = await openFloor();
    await call(floor, "mechanic", { key: "call-mechanic" });
    later(floor, 1);
    const again = await call(floor, "mechanic");
    expect(again).toMatchObject({ accepted: true, code: "call-open-already" });
    expect(again.message).toContain("8\u00a0h\u00a000");
    expect((await open(floor)).map(({ key }) => key)).toEqual(["call-mechanic"]);
    await call(floor, "material");
    expect(await open(floor)).toHaveLength(2);
  });

  it("[CA5] is taken once: the second is told since when", async () => {
    const floor = await openFloor();
    await call(floor, "mechanic", { key: "call-mechanic" });
    later(floor, 3);
    await step(floor, "call-mechanic", "take");
    later(floor, 2);
    const second = await step(floor, "call-mechanic", "take");
    expect(second).toMatchObject({ status: 409, accepted: false, code: "call-taken-already" });
    expect(second.message).toContain("8\u00a0h\u00a003");
    await step(floor, "call-mechanic", "resolve");
    const codes = [
      await step(floor, "call-mechanic", "resolve"),
      await step(floor, "call-mechanic", "take"),
      await step(floor, "call-of-nobody", "take"),
    ].map(({ code }) => code);
    expect(codes).toEqual(["call-resolved-already", "call-resolved-already", "call-unknown"]);
  });

  it("[CA5] is resolved by its own station's key, and by no other's", async () => {
    const floor = await openFloor();
    await call(floor, "mechanic", { key: "call-mechanic" });
    const [own, other] = [await keyOf(floor, "S01"), await keyOf(floor, "S02")];
    const resolve = (stationId: string, token: string) =>
      floor.act("/calls/call-mechanic/resolve", stationId, { origin: "hand", token });
    const take = await floor.act("/calls/call-mechanic/take", "S01", { token: own });
    expect([
      take.status,
      (await resolve("S01", other)).status,
      (await resolve("S02", other)).code,
      (await resolve("S01", own)).code,
    ]).toEqual([403, 403, "call-not-yours", "call-resolved"]);
  });

  it("[CA6] is undone like any act; so is a taking, and a resolution", async () => {
    const floor = await openFloor();
    await call(floor, "mechanic", { key: "call-mechanic" });
    await floor.act("/calls/call-mechanic/take", "", { ...NOBODY, key: "the-taking" });
    await floor.act("/undos", "S01", { undoes: "the-taking" });
    expect(await open(floor)).toMatchObject([{ takenAt: null }]);
    await floor.act("/calls/call-mechanic/resolve", "", { ...NOBODY, key: "the-resolution" });
    await floor.act("/undos", "S01", { undoes: "the-resolution" });
    expect(await open(floor)).toHaveLength(1);
    await floor.act("/undos", "S01", { undoes: "call-mechanic" });
    expect(await open(floor)).toEqual([]);
    expect((await floor.send<CallsJson>("GET", "/calls")).calls).toEqual([]);
    expect(await step(floor, "call-mechanic", "take")).toMatchObject({ code: "call-undone" });
  });

  it("[CA4] stays for a second who pressed the button, and is taken and resolved, once the first took theirs back", async () => {
    const floor = await openFloor();
    await call(floor, "mechanic", { key: "call-first" });
    await call(floor, "mechanic", { key: "call-second" });
    await floor.act("/undos", "S01", { undoes: "call-first" });
    expect(await open(floor)).toMatchObject([{ key: "call-second", call: "mechanic" }]);
    expect(await step(floor, "call-second", "take")).toMatchObject({ code: "call-taken" });
    expect(await step(floor, "call-second", "resolve")).toMatchObject({ code: "call-resolved" });
    expect(await open(floor)).toEqual([]);
  });

  it("[CA7] made without the network arrives an hour later and stands, dated when it was made", async () => {
    const floor = await openFloor();
    const calledAt = floor.deps.now();
    later(floor, 60);
    const sentAt = floor.deps.now();
    const told = await call(floor, "material", { at: calledAt, sentAt, offline: true });
    expect(told).toMatchObject({ accepted: true, code: "call-accepted" });
    expect(await open(floor)).toMatchObject([{ at: calledAt, call: "material" }]);
    const taken = await floor.act("/calls/nobody-knows-it/take", "", { ...NOBODY, offline: true });
    expect(taken).toMatchObject({ accepted: true, code: "act-kept" });
  });

  it("[CA10] of the day before is in the list while it is open, and in no total", async () => {
    const floor = await openFloor();
    await call(floor, "mechanic", { key: "call-of-monday" });
    later(floor, 24 * 60);
    await call(floor, "quality", { key: "call-of-tuesday" });
    later(floor, 6);
    await step(floor, "call-of-tuesday", "take");
    later(floor, 9);
    await step(floor, "call-of-tuesday", "resolve");
    const list = await floor.send<CallsJson>("GET", "/calls");
    expect(list.calls.map(({ key }) => key)).toEqual(["call-of-monday", "call-of-tuesday"]);
    expect(list.totals).toEqual([
      { call: "quality", count: 1, escalated: 1, responseMinutes: 6, repairMinutes: 9 },
    ]);
    expect((await floor.send<CallsJson>("GET", "/calls?line=L2")).calls).toEqual([]);
  });

  it("[CA11] is told to its own station, and to no other", async () => {
    const floor = await openFloor();
    const at = floor.deps.now();
    await call(floor, "mechanic", { key: "call-mechanic" });
    later(floor, 2);
    await step(floor, "call-mechanic", "take");
    expect((await floor.station("S01")).calls).toEqual([
      { key: "call-mechanic", call: "mechanic", at, takenAt: at + 120_000 },
    ]);
    expect((await floor.station("S02")).calls).toEqual([]);
  });

  it("[CA5] of a station that no plan knows is refused", async () => {
    const floor = await openFloor();
    const told = await floor.act("/calls", "S99", { call: "mechanic", token: TOKEN });
    expect(told).toMatchObject({ status: 409, code: "station-unknown" });
  });
});
