import { describe, expect, it } from "vitest";
import { createBootsInSpan } from "../../../server/src/store/boots-in-span.ts";
import { createInboxView } from "../../../server/src/store/floor/inbox-view.ts";
import { at, openWorkshop, powerOn, type Workshop } from "./workshop.ts";

const COUNTER = { deviceId: "esp-01", counter: "C1" };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST = at("2026-01-05 08:00");

/** So many boots, one a day from eight to nine; each is heard on the day that `heardOn` says. */
function openBoots(count: number, heardOn: (day: number) => number): Workshop {
  const workshop = openWorkshop();
  const days = Array.from({ length: count }, (_, day) => day);
  const heard = days.toSorted((a, b) => heardOn(a) - heardOn(b) || a - b);
  for (const day of heard) {
    const counter = powerOn({ began: stamp(day, 0), boot: String(day).padStart(8, "0") });
    const told = [counter.tells(stamp(day, 0), 0), counter.tells(stamp(day, HOUR_MS), 1)];
    const up = (heardOn(day) - day) * DAY_MS + 2 * HOUR_MS;
    const sent = told.map((each) => ({ ...each, message: { ...each.message, up } }));
    workshop.receive(sent, stamp(day, up));
  }
  return workshop;
}

function stamp(day: number, ms: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(FIRST + day * DAY_MS + ms);
  const local = zoned.toZonedDateTimeISO("Europe/Paris");
  return `${local.toPlainDate()} ${local.toPlainTime()}`;
}

function bootsOf({ sqlite }: Workshop, from: number, to: number): string[] {
  const inbox = createInboxView(sqlite);
  inbox.refresh();
  const nameOf = sqlite.prepare<[number], string>("SELECT boot FROM boots WHERE id = ?").pluck();
  return createBootsInSpan(sqlite, inbox)(COUNTER, { from, to }).map((id) => nameOf.get(id) ?? "");
}

describe("the boots of a counter in a span", () => {
  it("[ST16] are found among those of months, wherever they are, waiting in the inbox or not", () => {
    const workshop = openBoots(90, (day) => (day === 40 ? 42 : day));
    const spans = [0, 1, 39, 40, 41, 42, 60, 89].map((day) => FIRST + day * DAY_MS);
    const found = () => spans.map((from) => bootsOf(workshop, from, from + DAY_MS));
    const waiting = found();
    workshop.restart();

    const expected = [0, 1, 39, 40, 41, 42, 60, 89].map((day) => [String(day).padStart(8, "0")]);
    expect(waiting).toEqual(expected);
    expect(found()).toEqual(expected);
    expect(bootsOf(workshop, FIRST - DAY_MS, FIRST)).toEqual([]);
    expect(bootsOf(workshop, FIRST + 90 * DAY_MS, FIRST + 91 * DAY_MS)).toEqual([]);
    expect(bootsOf(workshop, FIRST, FIRST + 3 * DAY_MS)).toHaveLength(3);
  });

  it("[ST16] are found though those of twenty days before are heard after them", () => {
    const workshop = openBoots(21, (day) => (day < 20 ? 21 : day));
    const found = [0, 7, 19, 20].map((day) => {
      const from = FIRST + day * DAY_MS;
      return bootsOf(workshop, from, from + DAY_MS);
    });
    expect(found).toEqual([["00000000"], ["00000007"], ["00000019"], ["00000020"]]);
  });
});
