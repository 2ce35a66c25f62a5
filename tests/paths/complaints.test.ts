/** What real floors complained of: each must be impossible here. Through the HTTP interface, as a tablet would. */
import { badgeToQr } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openFloor, STEPS } from "../server/api/floor/floor-http.ts";
import { decide } from "../server/api/support/privacy.ts";

const MINUTE = 60_000;

/** A front and a back, sewn side by side, that meet at 30. */
const WITH_PARTS = {
  parts: [
    { code: "front", label: { fr: "Devant" } },
    { code: "back", label: { fr: "Dos" } },
  ],
  operations: STEPS.operations.map((step) => {
    if (step.code === "10") return { ...step, part: "front" };
    if (step.code === "20") return { ...step, after: [], part: "back" };
    return step.code === "30" ? { ...step, after: ["10", "20"], joins: ["front", "back"] } : step;
  }),
};

async function openWithFleur() {
  const floor = await openFloor();
  await floor.send("POST", "/operators", { id: "fleur", pseudonym: "Fleur", badge: 412 });
  const badgeIn = (station: string) =>
    floor.act("/badges", station, { badge: badgeToQr(412), direction: "in" });
  return { floor, badgeIn };
}

describe("what real floors complained of", () => {
  it("counters that reset on a re-login", async () => {
    const { floor, badgeIn } = await openWithFleur();
    await decide(floor, { myDay: true });
    const [code = ""] = floor.codes;
    await badgeIn("S01");
    await floor.work("S01", code, 50);
    await floor.act("/badges", "S01", { badge: badgeToQr(412), direction: "out" });

    await badgeIn("S01");

    expect((await floor.tablet("S01")).present).toMatchObject([{ dayPieces: 50 }]);
    expect(await floor.counts()).toEqual({ S01: 50 });
  });

  it("counters that did not reset in the morning", async () => {
    const { floor, badgeIn } = await openWithFleur();
    await decide(floor, { myDay: true });
    const [code = ""] = floor.codes;
    await badgeIn("S01");
    await floor.work("S01", code, 50);

    floor.setNow("2026-11-24T08:00:00+01:00");
    await badgeIn("S01");

    expect((await floor.tablet("S01")).present).toMatchObject([{ dayPieces: 0 }]);
    expect(await floor.counts()).toEqual({});
  });

  it("one missed scan blocking every later station", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;

    const told = await floor.scan("S02", code);

    expect(told).toMatchObject({ accepted: true, code: "scan-accepted-deduced-one" });
    for (const station of ["S03", "S04"]) await floor.work(station, code, 50);
    expect((await floor.bundle(code)).state).toMatchObject({ good: 50, inProgress: 0 });
  });

  it("a bundle left open overnight that spoils the next day", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    await floor.scan("S01", first);

    floor.setNow("2026-11-24T08:00:00+01:00");
    await floor.work("S01", second, 50);

    expect(await floor.counts()).toEqual({ S01: 50 });
    expect((await floor.station("S01")).open).toMatchObject([{ code: first, isCarriedOver: true }]);
    expect(await floor.send("GET", "/carried-over")).toMatchObject({
      bundles: [{ bundle: { code: first } }],
    });
  });

  it("a bundle that does not close when the next is scanned", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    await floor.scan("S01", first);
    floor.setNow(floor.deps.now() + MINUTE);

    await floor.scan("S01", second);
    const both = await floor.station("S01");
    await floor.finish("S01", first, { good: 50 });

    expect(both.open.map(({ code }) => code)).toEqual([second, first]);
    expect((await floor.station("S01")).open.map(({ code }) => code)).toEqual([second]);
  });

  it("a reworked piece counted twice", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    for (const station of ["S01", "S02", "S03"]) await floor.work(station, code, 50);
    await floor.scan("S04", code);
    await floor.finish("S04", code, { good: 45, rework: 5 });

    await floor.finish("S04", code, { good: 5, repaired: true });
    const again = await floor.finish("S04", code, { good: 5, repaired: true });

    expect(again).toMatchObject({ accepted: false, code: "finish-repair-too-many" });
    expect((await floor.bundle(code)).state).toMatchObject({ good: 50, rework: 0, inProgress: 0 });
    expect(await floor.counts()).toMatchObject({ S04: 50 });
  });

  it("two halves that meet and double the output", async () => {
    const floor = await openFloor({ routing: WITH_PARTS, pieces: 50 });
    const [front = "", back = ""] = floor.codes;
    await floor.work("S01", front, 50);
    await floor.work("S02", back, 50);

    const joined = await floor.act("/joins", "S03", { codes: [back, front] });
    await floor.finish("S03", front, { good: 50 });
    await floor.work("S04", front, 50);

    expect(joined).toMatchObject({ accepted: true, bundle: { code: front } });
    expect(await floor.counts()).toMatchObject({ S04: 50 });
    expect(await floor.send("GET", `/orders/${floor.orderId}/progress`)).toMatchObject({
      styles: [{ quantities: [{ cut: 50, good: 50, inProgress: 0 }] }],
    });
  });

  it("parts of the wrong shade joined in silence", async () => {
    const floor = await openFloor({ routing: WITH_PARTS, pieces: 50, shades: [1, 2] });
    const [front = "", , , back = ""] = floor.codes;
    await floor.work("S01", front, 50);
    await floor.work("S02", back, 50);

    const told = await floor.act("/joins", "S03", { codes: [front, back] });

    expect(told).toMatchObject({ status: 409, accepted: false, code: "join-shade" });
    expect(told.message).toContain(front);
    expect(told.message).toContain(back);
  });

  it("a refused scan with no reason", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);

    for (const [station, text] of [
      ["S01", code],
      ["S04", "1-4-Z"],
      ["S04", "x"],
    ] as const) {
      const { accepted, message } = await floor.scan(station, text);
      expect(accepted).toBe(false);
      expect(message.split(". ").length).toBeGreaterThan(1);
    }
  });

  it("workers who cannot read the operation's name", async () => {
    const operations = STEPS.operations.map((step) => ({
      ...step,
      picture: { pictogram: "overlock" },
    }));
    const floor = await openFloor({ routing: { ...STEPS, operations } });
    const [code = ""] = floor.codes;

    const told = await floor.scan("S01", code);

    expect(told.operation?.picture).toEqual({ pictogram: "overlock" });
    expect((await floor.station("S01")).open).toMatchObject([
      { operation: { picture: { pictogram: "overlock" } } },
    ]);
  });

  it("two screens that disagree", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);

    const [one, other] = [await floor.station("S01"), await floor.station("S02")];
    const cards = [one, other].map(({ lineBundles }) =>
      lineBundles.find((card) => card.code === code),
    );

    expect(cards[0]).toEqual(cards[1]);
    expect(one.clock).toBe(other.clock);
    const board = await floor.store.readBoard(floor.deps.now());
    expect(board.stations[0]?.pieces).toBe((await floor.counts())["S01"]);
  });

  it("a time-overlap check that forbids a person two bundles at once", async () => {
    const { floor, badgeIn } = await openWithFleur();
    const [first = "", second = ""] = floor.codes;
    const { assignmentId } = await badgeIn("S01");

    await floor.scan("S01", first);
    const told = await floor.scan("S01", second);

    expect(told.accepted).toBe(true);
    expect((await floor.tablet("S01")).open).toMatchObject([{ assignmentId }, { assignmentId }]);
  });

  it("a torn ticket with no way on", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;

    const typed = await floor.scan("S01", code.toLowerCase().replaceAll("-", " "), {
      origin: "hand",
    });
    const { code: duplicate } = await floor.send<{ code: string }>(
      "POST",
      `/bundles/${code}/reprint`,
    );
    const old = await floor.finish("S01", code, { good: 50 });

    expect(typed.accepted).toBe(true);
    expect(old).toMatchObject({ code: "ticket-replaced" });
    expect(old.message).toContain(duplicate);
    expect(await floor.finish("S01", duplicate, { good: 50 })).toMatchObject({ accepted: true });
  });

  it("a style change while old bundles are still on the line", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);
    const [first, ...rest] = STEPS.operations;
    if (first === undefined) throw new Error("no steps");

    await floor.send("POST", "/routings", {
      styleId: "POLO",
      parts: [],
      operations: [
        first,
        ...rest
          .slice(1)
          .map((step) => ({ ...step, after: step.code === "30" ? ["10"] : step.after })),
      ],
    });

    expect((await floor.bundle(code)).next).toEqual(["20"]);
    for (const station of ["S02", "S03", "S04"]) await floor.work(station, code, 50);
    expect((await floor.bundle(code)).state).toMatchObject({ good: 50, inProgress: 0 });
  });
});
