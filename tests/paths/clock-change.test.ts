import type { Board } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { findDisagreements } from "./agreement/disagreements.ts";
import { heardAll } from "./agreement/heard-all.ts";
import { saidByServer } from "./agreement/said-by-server.ts";
import { shownOnWall, storeOf } from "./agreement/shown-on-wall.ts";
import { type DayClock, startDayClock } from "./day-clock.ts";
import { openScreen, openWorkshop, planOf, type Workshop } from "./open-workshop.ts";
import { openCounter, type SewingCounter } from "./sewing-counter.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Night {
  readonly workshop: Workshop;
  readonly clock: DayClock;
  readonly counter: SewingCounter;
}

/** A night shift from 22:00 to 06:00 with half an hour's break before the clock changes; UTC ms of its beginning. */
async function openNight(from: number): Promise<Night> {
  const clock = startDayClock(from - HOUR_MS);
  const workshop = await openWorkshop();
  const plan = planOf({ S01: { device: "esp-01", standardMinutes: 2 } });
  const pause = { from: "01:00", to: "01:30" };
  const night = { days: [6], from: "22:00", to: "06:00", breaks: [pause] };
  const [line] = plan.lines;
  if (line === undefined) throw new Error("no line");
  const inParis = { ...plan, workshop: { ...plan.workshop, timeZone: "Europe/Paris" } };
  const lines = [{ ...line, target: 750 }];
  await workshop.plan({ ...inParis, calendar: { shifts: [night] }, lines }, from - HOUR_MS);
  const boot = { device: "esp-01", boot: "9f2c01ab", began: clock.now() };
  return { workshop, clock, counter: await openCounter(workshop, boot) };
}

/** A piece every two minutes until then, but for the stop; told each half an hour. */
async function sewUntil({ clock, counter }: Night, to: number, isStopped: (at: number) => boolean) {
  for (let at = clock.now() + 2 * MINUTE_MS; at <= to; at += 2 * MINUTE_MS) {
    clock.goTo(at);
    counter.sewn(at, isStopped(at) ? 0 : 1, isStopped(at) ? "fault" : "running");
    if ((at / MINUTE_MS) % 30 === 0) await counter.deliver();
  }
  await counter.deliver();
}

interface Stops {
  readonly stops: readonly { readonly minutes: number; readonly state: string }[];
}

interface Targets {
  readonly lines: readonly { readonly hours: readonly { target: number; actual: number }[] }[];
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** One night, from the counter to the wall, by its working day. */
async function playNight(from: number, hours: number) {
  const night = await openNight(from);
  const { workshop, clock } = night;
  const end = from + hours * HOUR_MS;
  clock.goTo(from);
  // Over the hour that there is twice, or never: from 2:30 to the real minute 40 later.
  const stop = { from: from + 4.5 * HOUR_MS, to: from + 4.5 * HOUR_MS + 40 * MINUTE_MS };
  const screen = openScreen(workshop.http());
  await screen.until(({ type }) => type === "snapshot");
  await sewUntil(night, end - 10 * MINUTE_MS, (at) => at > stop.from && at <= stop.to);
  const said = await saidByServer(workshop);
  await heardAll(workshop, screen, said.board.clock);
  const shown = shownOnWall(storeOf(screen), said.board.serverTime);
  const { day } = said.board;
  const { stops } = await workshop.get<Stops>(`/api/v1/stops?day=${day}`);
  const targets = await workshop.get<Targets>(`/api/v1/targets?day=${day}`);
  const csv = said.csv.trim().split(/\r?\n/).slice(1);
  return { night, said, shown, stops, csv, hours: targets.lines[0]?.hours ?? [] };
}

/** Minutes of the windows of a board. */
const workMinutes = ({ windows }: Board) =>
  total(windows.map((window) => (window.to - window.from) / MINUTE_MS));

describe("a night shift", () => {
  it("[R31] in which the clock is put back works nine hours, and counts each of them once", async () => {
    const from = Date.parse("2026-10-24T22:00:00+02:00");
    const { said, shown, stops, csv, hours } = await playNight(from, 9);
    expect(said.board.day).toBe("2026-10-24");
    expect(workMinutes(said.board)).toBe(8.5 * 60);
    expect(hours).toHaveLength(9);
    expect(total(hours.map(({ target }) => target))).toBeCloseTo(750, 6);
    // 265 stretches of two minutes, 20 of them stopped.
    expect(said.counts.lines[0]?.pieces).toBe(265 - 20);
    expect(total(hours.map(({ actual }) => actual))).toBe(245);
    expect(total(csv.map((row) => Number(row.split(";")[5])))).toBe(245);
    // The hour that there is twice is told by its offset.
    const twice = csv
      .map((row) => row.split(";")[1] ?? "")
      .filter((hour) => hour.startsWith("02:00"));
    expect(new Set(twice).size).toBe(2);
    expect(stops.map(({ state, minutes }) => [state, minutes])).toEqual([["stopped", 40]]);
    expect(findDisagreements(shown, said)).toEqual([]);
  });

  it("[R31] in which the clock is put on works seven hours, and has no hour that never was", async () => {
    const from = Date.parse("2026-03-28T22:00:00+01:00");
    const { said, shown, stops, csv, hours } = await playNight(from, 7);
    expect(said.board.day).toBe("2026-03-28");
    expect(workMinutes(said.board)).toBe(6.5 * 60);
    expect(hours).toHaveLength(7);
    expect(total(hours.map(({ target }) => target))).toBeCloseTo(750, 6);
    expect(said.counts.lines[0]?.pieces).toBe(205 - 20);
    expect(total(csv.map((row) => Number(row.split(";")[5])))).toBe(185);
    expect(csv.filter((row) => row.split(";")[1]?.startsWith("02:00"))).toEqual([]);
    expect(stops.map(({ state, minutes }) => [state, minutes])).toEqual([["stopped", 40]]);
    expect(findDisagreements(shown, said)).toEqual([]);
  });
});
