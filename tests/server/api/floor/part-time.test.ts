import { badgeToQr } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { type FloorHttp, openFloor } from "./floor-http.ts";

/** Mondays 8 to 12 and 14:30 to 16; the workshop works 8 to 12 and 13 to 17. */
const PATTERN = [
  { days: [1], from: "08:00", to: "12:00" },
  { days: [1], from: "14:30", to: "16:00" },
];

function at(time: string): string {
  return `2026-11-23T${time}:00+01:00`;
}

/** Fleur badges in at S01. */
async function openWithFleur(since: string, pattern: object | undefined): Promise<FloorHttp> {
  const floor = await openFloor();
  const fleur = { id: "fleur", pseudonym: "Fleur", badge: 412 };
  await floor.send("POST", "/operators", pattern === undefined ? fleur : { ...fleur, pattern });
  floor.setNow(at(since));
  await floor.act("/badges", "S01", { badge: badgeToQr(412), direction: "in" });
  return floor;
}

async function isThere(floor: FloorHttp, time: string): Promise<boolean> {
  floor.setNow(at(time));
  return (await floor.tablet("S01")).present.length > 0;
}

async function attended(floor: FloorHttp, time: string): Promise<number | undefined> {
  floor.setNow(at(time));
  const { lines } = await floor.send<{ lines: { attendedMinutes: number }[] }>("GET", "/counts");
  return lines[0]?.attendedMinutes;
}

describe("somebody who works part time", () => {
  it("[K11] and did not badge out has left at the end of their own hours", async () => {
    const floor = await openWithFleur("08:00", PATTERN);

    expect(await isThere(floor, "15:59")).toBe(true);
    expect(await isThere(floor, "16:00")).toBe(false);
  });

  it("[K11] attends their own hours alone: 240 + 90 min of 480", async () => {
    const floor = await openWithFleur("08:00", PATTERN);

    expect(await attended(floor, "14:00")).toBe(240);
    expect(await attended(floor, "15:00")).toBe(270);
    expect(await attended(floor, "17:00")).toBe(330);
    const allDay = await openWithFleur("08:00", undefined);
    expect(await attended(allDay, "17:00")).toBe(480);
  });

  it("[K11] attends until they badge out when they do", async () => {
    const floor = await openWithFleur("08:00", PATTERN);
    floor.setNow(at("13:30"));
    await floor.act("/badges", "S01", { badge: badgeToQr(412), direction: "out" });

    expect(await attended(floor, "17:00")).toBe(240 + 30);
  });

  it("[K11] and comes after their hours, or on another day, stays until the end of the shift", async () => {
    const late = await openWithFleur("16:10", PATTERN);
    const other = await openWithFleur("08:00", [{ days: [2], from: "08:00", to: "12:00" }]);

    expect([await isThere(late, "16:59"), await isThere(late, "17:00")]).toEqual([true, false]);
    expect([await isThere(other, "16:59"), await isThere(other, "17:00")]).toEqual([true, false]);
  });

  it("[K10] is refused hours that are none, with their place", async () => {
    const floor = await openFloor();
    const pattern = [{ days: [8], from: "8h", to: "12:00" }];
    const body = { id: "luc", pseudonym: "Luc", pattern };

    const answer = await floor.ask("POST", "/api/v1/operators", { token: TOKEN, body });

    const { faults } = answer.json as { faults: { code: string; path: string }[] };
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "number-too-large /pattern/0/days/0",
      "time-malformed /pattern/0/from",
    ]);
  });
});
