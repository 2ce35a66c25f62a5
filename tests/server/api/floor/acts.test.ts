import { describe, expect, it } from "vitest";
import { openFloor, TOKEN } from "./floor-http.ts";

const HOUR = 3_600_000;

describe("an act", () => {
  it("[Y1] is answered with what the bundle is, and the same key gets the same answer", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const key = "once-and-for-all";
    const at = floor.deps.now();

    const told = await floor.scan("S01", code, { key });
    await floor.finish("S01", code, { good: 50 });
    floor.setNow(at + HOUR);
    const again = await floor.scan("S01", code, { key, at, sentAt: at + HOUR, offline: true });

    expect(told).toMatchObject({
      status: 200,
      accepted: true,
      code: "scan-accepted",
      message: "Étape 10\u00a0: taille M, Bleu, 50\u00a0pièces.",
      conflict: null,
      bundle: { code, size: "M", colour: "Bleu", pieces: 50, openAt: "S01", styleName: "Polo" },
      operation: { code: "10", label: { fr: "Étape 10", en: "Step 10" } },
    });
    expect(again).toEqual(told);
    const { operations } = (await floor.bundle(code)).state;
    expect(operations).toMatchObject([{ code: "10", status: "done" }]);
  });

  it("[Y1] is told again in the language that is asked for", async () => {
    const floor = await openFloor();
    const key = "once-and-for-all";
    const [code = ""] = floor.codes;
    await floor.scan("S01", code, { key });

    const { message } = await floor.scan("S01", code, { key, language: "en" });

    expect(message).toBe("Step 10: size M, Bleu, 50 pieces.");
  });

  it("[Y2] that is refused is on record with its answer, and changes nothing", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const before = await floor.bundle(code);

    const told = await floor.scan("S04", code, { key: "too-early-for-it" });

    expect(told).toMatchObject({ status: 409, accepted: false, code: "scan-not-yet" });
    expect(told.message).toContain("Il faut d’abord «\u00a0Étape 10\u00a0», au poste S01.");
    expect(await floor.bundle(code)).toEqual(before);
    expect(await floor.scan("S04", code, { key: "too-early-for-it" })).toEqual(told);
    const { facts } = await floor.send<{ facts: object[] }>("GET", `/bundles/${code}/story`);
    expect(facts).toContainEqual(
      expect.objectContaining({ isAccepted: false, code: "scan-not-yet", message: told.message }),
    );
  });

  it("[Y4] with the key of another is refused, whatever became of that", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    await floor.scan("S01", first, { key: "once-and-for-all" });

    const told = await floor.scan("S01", second, { key: "once-and-for-all" });

    expect(told).toMatchObject({ status: 409, code: "key-taken" });
    expect((await floor.bundle(second)).openAt).toBeNull();
  });

  it("[Y3] is dated by how long ago it was when it was sent, by whatever clock", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const now = floor.deps.now();
    const wrong = now + 10 * HOUR;

    const told = await floor.scan("S01", code, { at: wrong - 20_000, sentAt: wrong });
    const future = await floor.finish("S01", code, { good: 50, at: wrong + HOUR, sentAt: wrong });

    expect([told.isClockOff, future.isClockOff]).toEqual([true, true]);
    const { operations } = (await floor.bundle(code)).state;
    expect(operations).toMatchObject([{ openedAt: now - 20_000, finishedAt: now }]);
  });

  it("[Y3] is not said to be of a wrong clock within two minutes", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const sentAt = floor.deps.now() - 119_000;

    const told = await floor.scan("S01", code, { at: sentAt, sentAt });

    expect(told.isClockOff).toBe(false);
  });
});

describe("an act made without the network", () => {
  it("[Y5] is taken in conflict where it breaks a rule", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const now = floor.deps.now();

    const told = await floor.scan("S04", code, { at: now - 60_000 });

    expect(told).toMatchObject({ status: 200, accepted: true, conflict: "not-yet" });
    expect(told.message).toBe("C’est gardé. Un responsable va vérifier.");
    const { conflicts } = await floor.send<{ conflicts: object[] }>("GET", "/conflicts");
    expect(conflicts).toMatchObject([
      { code: "not-yet", bundle: { code }, act: { stationId: "S04" } },
    ]);
  });

  it("[Y5] is taken also when its code names nothing, and listed until it is settled", async () => {
    const floor = await openFloor();
    const told = await floor.scan("S01", "no code at all", { key: "nobody-knows", offline: true });
    const list = () => floor.send<{ conflicts: object[] }>("GET", "/conflicts");

    expect(told).toMatchObject({ status: 200, accepted: true, conflict: "unknown-code" });
    expect((await list()).conflicts).toMatchObject([
      { code: "unknown-code", bundle: null, act: { key: "nobody-knows", code: "no code at all" } },
    ]);
    await floor.send("POST", "/settlements", {
      key: "settled-by-hand",
      settles: "nobody-knows",
      choice: "drop",
      reason: "Ticket d’un autre atelier",
    });
    expect((await list()).conflicts).toEqual([]);
  });

  it("[Y5] is taken though it was refused when it was sent at once, and its answer was lost", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const key = "answer-got-lost";
    const refused = await floor.scan("S04", code, { key });

    const taken = await floor.scan("S04", code, { key, offline: true });
    const again = await floor.scan("S04", code, { key, offline: true });

    expect(refused.accepted).toBe(false);
    expect(taken).toMatchObject({ accepted: true, conflict: "not-yet" });
    expect(again).toEqual(taken);
  });

  it("[Y5] is not refused at a station that is in no plan", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;

    const online = await floor.scan("S99", code);
    const offline = await floor.scan("S99", code, { offline: true });

    expect(online).toMatchObject({ status: 409, code: "station-unknown" });
    expect(offline).toMatchObject({ status: 200, conflict: "elsewhere" });
  });
});

describe("who may write for a station", () => {
  it("[Y14] is whoever has its key, made by the admin, and the one before no more", async () => {
    const floor = await openFloor();
    const make = () => floor.send<{ key: string; link: string }>("POST", "/stations/S01/key");
    const [code = ""] = floor.codes;
    const { key: old } = await make();
    const { key, link } = await make();

    expect(link).toBe(`/station/S01#${key}`);
    expect(await floor.scan("S01", code, { token: key })).toMatchObject({ status: 200 });
    expect(await floor.scan("S02", code, { token: key })).toMatchObject({
      status: 403,
      code: "station-key-foreign",
    });
    expect(await floor.scan("S01", code, { token: old })).toMatchObject({ status: 401 });
    expect((await floor.get("/api/v1/stations/S01", { token: key })).status).toBe(200);
    expect((await floor.get("/api/v1/stations/S02", { token: key })).status).toBe(403);
    expect((await floor.get("/api/v1/stations/S01", { token: null })).status).toBe(401);
  });

  it("[Y14] does not dispatch, take back or settle with it", async () => {
    const floor = await openFloor();
    const { key } = await floor.send<{ key: string }>("POST", "/stations/S01/key");
    const settlement = {
      key: "settled-by-hand",
      settles: "x".repeat(8),
      choice: "keep",
      reason: "…",
    };
    const ask = (token: string) =>
      floor.ask("POST", "/api/v1/settlements", { token, body: settlement });

    expect((await ask(key)).status).toBe(403);
    expect((await ask(TOKEN)).json).toMatchObject({ code: "settle-unknown" });
  });

  it("[Y14] needs a station that the plan has to make a key", async () => {
    const floor = await openFloor();
    const { status } = await floor.ask("POST", "/api/v1/stations/S99/key", { token: TOKEN });

    expect(status).toBe(404);
  });
});

describe("an undo", () => {
  it("[Y2] names the bundle of the gesture that it takes back", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.scan("S01", code, { key: "scan-by-mistake" });

    const told = await floor.act("/undos", "S01", { undoes: "scan-by-mistake" });
    const english = await floor.act("/undos", "S01", {
      ...{ undoes: "scan-by-mistake", key: "act-2-of-the-test" },
      language: "en",
    });

    expect(told).toMatchObject({
      code: "undo-bundle-accepted",
      message: `C’est annulé pour le paquet ${code}.`,
    });
    expect(english.message).toBe(`Undone for bundle ${code}.`);
  });
});
