import { formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { StationStorage } from "../../../floor-ui/src/data/station/storage.ts";
import { createTablet, type Page } from "./support/tablet.ts";
import { openOf, viewOf } from "./support/views.ts";

const CODES = [117, 118, 119].map((bundle) => formatCode({ order: 118, bundle }));
/** Steps of an undisturbed morning, and some. */
const STEPS_MAX = 160;

/**
 * Three scans in a network that loses the answer to the second and then the third itself; the page dies after so many steps, wherever that is, and is opened
 * again on the same disk.
 */
async function liveThrough(diesAfter: number, storage = (real: StationStorage) => real) {
  const tablet = createTablet();
  let requests = 0;
  tablet.floor.setWeather((path) => {
    if (path !== "/api/v1/scans") return "fine";
    requests += 1;
    if (requests === 2) return "unanswered";
    return requests === 4 ? "unheard" : "fine";
  });
  const first = tablet.open({ diesAfter, storage });
  await tablet.pass(500);
  const told: unknown[] = [];
  for (const code of CODES) await scan(first, code);
  const isDead = !first.isAlive();
  first.die();
  tablet.floor.setWeather("fine");
  const second = tablet.open({ storage });
  await tablet.pass(30_000);
  return { tablet, told, isDead, steps: first.steps(), kept: second.model.kept.value };

  async function scan(page: Page, code: string): Promise<void> {
    page.model
      .scan(code, "scan")
      .then(() => {
        if (page.isAlive()) told.push(page.model.answer.value?.text);
      })
      .catch(() => {});
    await tablet.pass(1500, 500);
  }
}

describe("a page that dies", () => {
  it("[H4] between any two steps loses nothing of what it told, and doubles nothing", async () => {
    let deaths = 0;
    let after = 0;
    for (let isDead = true; isDead && after < STEPS_MAX; after += 1) {
      const life = await liveThrough(after);
      const arrived = life.tablet.floor.codes();
      expect(arrived, `after ${after} steps`).toEqual(CODES.slice(0, arrived.length));
      expect(arrived, `after ${after} steps`).toEqual(expect.arrayContaining(life.told));
      expect([await life.tablet.waiting(), life.kept]).toEqual([[], 0]);
      isDead = life.isDead;
      deaths += Number(isDead);
    }
    expect(deaths).toBeGreaterThan(30);
    expect(after).toBeLessThan(STEPS_MAX);
  }, 60_000);

  it("[H4] negative control: acts that are only in memory are lost", async () => {
    const forgetful = (real: StationStorage): StationStorage => {
      let number = 0;
      const acts: { number: number }[] = [];
      return {
        ...real,
        append(act) {
          number += 1;
          acts.push({ ...act, number });
          return Promise.resolve(number);
        },
        next: (after) => Promise.resolve((acts.find((act) => act.number > after) ?? null) as never),
      };
    };
    let lost = 0;
    for (let after = 0; after < STEPS_MAX; after += 1) {
      const { tablet, told, isDead } = await liveThrough(after, forgetful);
      lost += told.filter((code) => !tablet.floor.codes().includes(code)).length;
      if (!isDead) break;
    }
    expect(lost).toBeGreaterThan(0);
  }, 60_000);

  it("[H12] opened again without the network it has its bundle, its kept acts and its day", async () => {
    const tablet = createTablet();
    const code = CODES[0]!;
    const person = {
      assignmentId: "assignment-1",
      pseudonym: "Fleur",
      pictogram: null,
      since: 1,
      mode: {} as never,
      dayPieces: 120,
    };
    tablet.floor.setView(() => viewOf({ present: [person], open: [openOf({ code })] }));
    const first = tablet.open();
    await tablet.pass(1000);
    tablet.floor.setWeather("unheard");
    await first.model.finish({ outcome: { good: 30, rework: 0, second: 0, scrap: 0 } });
    await tablet.pass(2000);
    const before = first.model.dayPieces.value;
    first.die();
    const second = tablet.open();
    await tablet.pass(500);

    expect([before, second.model.dayPieces.value]).toEqual([150, 150]);
    expect(second.model.view.value?.open).toMatchObject([{ code, finished: 30 }]);
    expect([second.model.kept.value, second.model.connection.value]).toEqual([1, "offline"]);
  });

  it("[H12] an act that was accepted and is in no view yet still counts after a reload", async () => {
    const tablet = createTablet();
    const code = CODES[0]!;
    tablet.floor.setView(() => viewOf({ open: [openOf({ code })] }));
    const first = tablet.open();
    await tablet.pass(1000);
    tablet.floor.setWeather((path) => (path.includes("/stations/") ? "unheard" : "fine"));
    await first.model.finishAllGood();
    await tablet.pass(500);
    first.die();
    const second = tablet.open();
    await tablet.pass(500);

    expect(tablet.floor.acts.length).toBe(1);
    expect(second.model.view.value?.open).toEqual([]);
  });
});
