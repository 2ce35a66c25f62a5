import { describe, expect, it } from "vitest";
import { NOON_ZONE } from "./noon-zone.ts";
import { openWorkshop, planOf, report, secretOf, type Workshop } from "./open-workshop.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time of yesterday in the workshop, UTC ms: everything there has happened whenever the test runs. */
function yesterday(time: string): number {
  const date = Temporal.Now.plainDateISO(NOON_ZONE).subtract({ days: 1 });
  return date.toZonedDateTime({ timeZone: NOON_ZONE, plainTime: time }).epochMilliseconds;
}

/** `[seq, at, pieces]`: a piece a minute until 10:30:30, each told; half a minute beside what a plan is dated to. */
function aPieceAMinute(): [number, number, number][] {
  return Array.from({ length: 31 }, (_, n) => [n + 1, yesterday("10:00:30") + n * MINUTE, n]);
}

/** Pieces per station yesterday, once all that the plan moved was folded again. */
async function settled(workshop: Workshop): Promise<Record<string, number>> {
  await expect.poll(async () => (await workshop.board()).recomputing).toBe(0);
  return workshop.pieces(dayOf(yesterday("10:00")));
}

function dayOf(at: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(NOON_ZONE);
  return zoned.toPlainDate().toString();
}

const before = planOf({ S01: { device: "esp-01" }, S02: {} });
// Sent without a secret, a device keeps its own, and its connection.
const kept = [{ id: "esp-01" }];
const after = planOf({ S01: {}, S02: { device: "esp-01" } }, kept);
const power = { device: "esp-01", boot: "9f2c01ab", began: yesterday("08:00") };

describe("a counter that was moved at 10:12 by a plan dated back", () => {
  it("[R23] counts for the old station before and for the new one after", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(before, yesterday("06:00"));
    const device = await workshop.connect("esp-01");
    await report(device, power, aPieceAMinute());
    expect(await settled(workshop)).toEqual({ S01: 30 });
    await workshop.plan(after, yesterday("10:12"));
    expect(await settled(workshop)).toEqual({ S01: 11, S02: 19 });
  });

  it("[R23] does so too for samples that arrive late, in any order", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(before, yesterday("06:00"));
    const device = await workshop.connect("esp-01");
    const samples = aPieceAMinute();
    const late = samples.slice(5, 25);
    await report(device, power, [...samples.slice(0, 5), ...samples.slice(25)]);
    await workshop.plan(after, yesterday("10:12"));
    for (const sample of late.toReversed()) await report(device, power, [sample]);
    expect(await settled(workshop)).toEqual({ S01: 11, S02: 19 });
  });

  it("[R23] counts for the old one again when the plan is replaced from the same moment", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(before, yesterday("06:00"));
    const device = await workshop.connect("esp-01");
    await report(device, power, aPieceAMinute());
    await workshop.plan(after, yesterday("10:12"));
    await workshop.plan(before, yesterday("10:12"));
    expect(await settled(workshop)).toEqual({ S01: 30 });
  });
});

describe("a counter that is bound to no station", () => {
  it("[R23] is counted once it is bound, from the moment that a person chose", async () => {
    const workshop = await openWorkshop();
    const unbound = planOf({ S01: {} }, [{ id: "esp-01", secret: secretOf("esp-01") }]);
    await workshop.plan(unbound, yesterday("06:00"));
    const device = await workshop.connect("esp-01");
    await report(device, power, aPieceAMinute());
    expect(await settled(workshop)).toEqual({});
    await workshop.plan(before, yesterday("10:10"));
    expect(await settled(workshop)).toEqual({ S01: 21 });
    await workshop.plan(before, yesterday("07:00"));
    expect(await settled(workshop)).toEqual({ S01: 30 });
  });
});

describe("the pairing code", () => {
  const code = "atelier-2026";
  const waiting = { password: code };

  function refusalOf(workshop: Workshop, password: string): Promise<unknown> {
    return workshop.connect("esp-07", { password }).then(
      () => null,
      (error: { code: unknown }) => error.code,
    );
  }

  async function listed(workshop: Workshop): Promise<unknown> {
    const answer = await workshop.get<{ devices: { deviceId: string }[] }>("/api/v1/devices");
    return answer.devices.find(({ deviceId }) => deviceId === "esp-07");
  }

  it("[N23] is off until it is switched on", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(before);
    expect(await refusalOf(workshop, code)).toBe(5);
    await workshop.ask("PUT", "/api/v1/settings/pairing-code", { code });
    expect(await refusalOf(workshop, code)).toBeNull();
    expect(await refusalOf(workshop, "another code")).toBe(5);
  });

  it("[B9] lets a device wait, be listed, be named and count; its own secret ends that", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(planOf({ S01: {} }), yesterday("06:00") - DAY);
    await workshop.ask("PUT", "/api/v1/settings/pairing-code", { code });
    const device = await workshop.connect("esp-07", waiting);
    const own = { ...power, device: "esp-07" };
    await report(device, own, [
      [1, yesterday("10:00"), 0],
      [2, yesterday("10:01"), 2],
    ]);
    expect(await listed(workshop)).toMatchObject({ deviceId: "esp-07" });
    expect(await settled(workshop)).toEqual({});

    const named = planOf({ S01: { device: "esp-07" } }, [{ id: "esp-07" }]);
    await workshop.plan(named, yesterday("07:00"));
    expect(await settled(workshop)).toEqual({ S01: 2 });
    const again = await workshop.connect("esp-07", waiting);
    await report(again, own, [[3, yesterday("10:02"), 3]]);
    expect(await settled(workshop)).toEqual({ S01: 3 });

    const secret = secretOf("esp-07");
    const closed = new Promise<void>((resolve) => again.once("close", () => resolve()));
    await workshop.plan(planOf({ S01: { device: "esp-07" } }, [{ id: "esp-07", secret }]));
    await closed;
    expect(await refusalOf(workshop, code)).toBe(5);
    const trusted = await workshop.connect("esp-07");
    await report(trusted, own, [[4, yesterday("10:03"), 5]]);
    expect(await settled(workshop)).toEqual({ S01: 5 });
  });
});
