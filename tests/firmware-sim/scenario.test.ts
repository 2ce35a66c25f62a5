import { readFile } from "node:fs/promises";
import {
  calendarOf,
  layOutLines,
  loadScenario,
  makeHoursAround,
  parseScenario,
  planOf,
  targetOf,
} from "@trame/firmware-sim";
import { findPlanFaults } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "./workshop-builder.ts";

const file = new URL("../../firmware-sim/scenarios/lons.json", import.meta.url);
const text = await readFile(file, "utf8");
const lons = await loadScenario("lons");

function spoil(change: (scenario: Record<string, never>) => void): readonly string[] {
  const copy = JSON.parse(text);
  change(copy);
  const parsed = parseScenario(JSON.stringify(copy));
  return parsed.ok ? [] : parsed.faults;
}

describe("scenario", () => {
  it("[M11] Lons has 10 machines, 11 people of whom 7 all day, 8 operations and a target that grows", () => {
    const allDay = lons.people.filter(({ present: [from, to] }) => from === 0 && to === 1);
    const counts = [lons.stations, lons.people, allDay, lons.operations].map((list) => list.length);
    expect(counts).toEqual([10, 11, 7, 8]);
    expect(lons.targets).toEqual([...lons.targets].sort((a, b) => a - b));
    expect(targetOf(lons, 3)).toBe(900);
    expect(targetOf(lons, 99)).toBe(lons.targets.at(-1));
  });

  it("[M12] what is wrong with a scenario is said, one sentence for each fault", () => {
    expect(parseScenario("{")).toEqual({
      ok: false,
      faults: [expect.stringContaining("n'est pas du JSON")],
    });
    expect(
      spoil((scenario) => {
        Object.assign(scenario, { targets: [], humour: "bonne" });
        Object.assign(scenario["operations"]![2] as object, { standardMinutes: "vite" });
      }),
    ).toEqual([
      "humour : ce champ n'existe pas.",
      "targets : il en faut au moins 1.",
      "operations[2].standardMinutes : un nombre entre 0.02 et 240 est attendu.",
    ]);
  });

  it("[M12] stations, people and operations must fit together", () => {
    expect(
      spoil((scenario) => {
        Object.assign(scenario["stations"]![3] as object, {
          operation: "broderie",
          device: "sim-01",
        });
        Object.assign(scenario["people"]![0] as object, { station: "S99" });
      }),
    ).toEqual([
      "Le compteur sim-01 sert deux fois.",
      "Le poste S04 fait une opération inconnue : broderie.",
      "Aucun poste ne fait l'opération barrette.",
      "Les postes ne sont pas dans l'ordre des opérations.",
      "Personne ne travaille au poste S01.",
      "Le poste S99 n'existe pas.",
    ]);
  });

  it("[M12] a scenario that nobody wrote is refused with the names of those that exist", async () => {
    await expect(loadScenario("paris")).rejects.toThrow(/n'existe pas. Il y a : lons/);
  });
});

describe("plan of a scenario", () => {
  it("[M13] is one that the server takes, and names no person", () => {
    const lines = layOutLines(lons, 37);
    const secrets = new Map([["sim-01", "un secret assez long"]]);
    const plan = planOf(lines, { calendar: calendarOf(lons), week: 3, secrets });
    expect(findPlanFaults(plan)).toEqual([]);
    expect(plan.lines.map(({ stations }) => stations.length)).toEqual([10, 10, 10, 7]);
    expect(plan.lines[0]).toEqual(expect.objectContaining({ target: 900, operators: 9.6 }));
    expect(plan.devices[0]).toEqual({ id: "sim-01", secret: "un secret assez long" });
    expect(plan.devices[36]).toEqual({ id: "sim-07-4" });
    for (const { pseudonym } of lons.people) expect(JSON.stringify(plan)).not.toContain(pseudonym);
  });
});

describe("hours made around now", () => {
  it("[M14] hold now in a window with work before and after it, at any moment of any day", () => {
    const year = { min: Date.parse("2026-01-01"), max: Date.parse("2027-01-01") };
    fc.assert(
      fc.property(fc.integer(year), fc.integer({ min: 0, max: 12 }), (now, past) => {
        const { calendar, shift } = makeHoursAround(now, past * HOUR, "Europe/Paris");
        const window = shift.windows.find(({ from, to }) => from <= now && now < to);
        const isClockChange = hasClockChange(shift.from, shift.to);
        if (isClockChange) return;
        expect(window).toBeDefined();
        expect(shift.from).toBeGreaterThan(now - past * HOUR - 15 * MINUTE);
        expect(shift.from).toBeLessThanOrEqual(now - past * HOUR);
        expect(shift.to).toBeGreaterThanOrEqual(now + 4 * HOUR);
        expect((window?.to ?? 0) - now).toBeGreaterThan(60 * MINUTE);
        expect(calendar.shifts[0]?.days).toEqual([1, 2, 3, 4, 5, 6, 7]);
      }),
    );
  });

  it("[M14] are worked on a public holiday too, as an exception that says so", () => {
    const now = Date.parse("2026-11-11T11:00:00+01:00");
    const { calendar, shift } = makeHoursAround(now, 3 * HOUR, "Europe/Paris");
    const { days: _, ...hours } = calendar.shifts[0]!;
    expect(calendar.exceptions).toEqual([
      { day: "2026-11-11", label: "Armistice 1918 travaillé", shifts: [hours] },
    ]);
    expect(shift.from).toBe(now - 3 * HOUR);
  });

  it("[M14] cross midnight when it is near", () => {
    const now = Date.parse("2026-11-23T01:07:00+01:00");
    const { calendar } = makeHoursAround(now, 4 * HOUR, "Europe/Paris");
    expect(calendar.shifts).toEqual([
      {
        days: [1, 2, 3, 4, 5, 6, 7],
        from: "21:00",
        to: "05:15",
        breaks: [
          { from: "23:00", to: "23:10" },
          { from: "02:30", to: "03:00" },
        ],
      },
    ]);
  });
});

function hasClockChange(from: number, to: number): boolean {
  const offset = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Europe/Paris").offset;
  return offset(from) !== offset(to);
}
