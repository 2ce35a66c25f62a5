import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor, TOKEN, type Told } from "./floor-http.ts";

const REASON = "Compté deux fois";

/** A first operation finished with all 50 good, and the key under which that was said. */
async function finished() {
  const floor = await openFloor();
  const [code = ""] = floor.codes;
  await floor.scan("S01", code);
  const key = "finish-to-correct";
  await floor.finish("S01", code, { key, good: 50 });
  return { floor, code, key };
}

let drawn = 0;

async function amend(floor: FloorHttp, fields: object): Promise<Told> {
  drawn += 1;
  const body = { key: `amend-${drawn}-of-the-test`, reason: REASON, ...fields };
  const { status, json } = await floor.ask("POST", "/api/v1/amendments", {
    token: TOKEN,
    body,
  });
  return { ...(json as Told), status };
}

const outcome = (good: number, scrap: number) => ({ good, rework: 0, second: 0, scrap });

describe("a correction of what was declared", () => {
  it("[JO1] holds instead, on the bundle and in the hours, and an undo of it brings the first figure back", async () => {
    const { floor, code, key } = await finished();

    const told = await amend(floor, { key: "amend-to-undo", amends: key, outcome: outcome(47, 3) });
    const corrected = { counts: await floor.counts(), state: (await floor.bundle(code)).state };
    const undone = await floor.act("/undos", "S01", { undoes: "amend-to-undo" });

    expect(told).toMatchObject({ status: 200, code: "amend-accepted" });
    expect(corrected.counts).toEqual({ S01: 47 });
    expect(corrected.state).toMatchObject({ scrap: 3, inProgress: 47, conflicts: [] });
    expect(undone).toMatchObject({ status: 200, code: "undo-accepted" });
    expect(await floor.counts()).toEqual({ S01: 50 });
    expect((await floor.bundle(code)).state).toMatchObject({ scrap: 0, inProgress: 50 });
  });

  it("[JO1] of two the later one holds, and the act stays as it was on record", async () => {
    const { floor, code, key } = await finished();

    await amend(floor, { amends: key, outcome: outcome(40, 10) });
    await amend(floor, { amends: key, outcome: outcome(48, 2) });

    const { facts } = await floor.send<{ facts: { key: string | null; outcome: object | null }[] }>(
      "GET",
      `/bundles/${code}/story`,
    );
    expect(await floor.counts()).toEqual({ S01: 48 });
    expect(facts.find((fact) => fact.key === key)?.outcome).toEqual(outcome(50, 0));
  });

  it("[JO2] is refused when the bundle would have more pieces than it has, and changes nothing", async () => {
    const { floor, key } = await finished();

    const told = await amend(floor, { amends: key, outcome: outcome(50, 1) });

    expect(told).toMatchObject({ status: 409, accepted: false, code: "amend-too-many" });
    expect(await floor.counts()).toEqual({ S01: 50 });
  });

  it("[JO1] of a count by hand changes the hour that it names", async () => {
    const floor = await openFloor();
    const count = { key: "count-by-hand-1", stationId: "S01", hour: floor.deps.now(), pieces: 12 };
    await floor.send("POST", "/counts", { ...count, reason: "Coupure de courant" });

    const told = await amend(floor, { amends: count.key, pieces: 21 });

    expect(told).toMatchObject({ status: 200 });
    expect(await floor.counts()).toEqual({ S01: 21 });
  });

  it.each([
    ["of nothing that is known", { amends: "nobody-said-it", pieces: 3 }, "amend-unknown"],
    [
      "of a figure that the act does not have",
      { amends: "finish-to-correct", pieces: 3 },
      "amend-not-that",
    ],
  ])("[JO2] %s is refused", async (_, fields, code) => {
    const { floor } = await finished();
    expect(await amend(floor, fields)).toMatchObject({ status: 409, accepted: false, code });
  });

  it("[JO2] of what was undone is refused", async () => {
    const { floor, key } = await finished();
    await floor.act("/undos", "S01", { undoes: key });
    expect(await amend(floor, { amends: key, outcome: outcome(1, 0) })).toMatchObject({
      status: 409,
      code: "amend-undone",
    });
  });

  it("[JO2] needs the admin token and a reason", async () => {
    const { floor, key } = await finished();
    const body = { key: "amend-of-nobody", amends: key, outcome: outcome(1, 0), reason: REASON };
    const stranger = await floor.ask("POST", "/api/v1/amendments", { token: "wrong", body });
    const silent = await amend(floor, { amends: key, outcome: outcome(1, 0), reason: "" });
    expect(stranger.status).toBe(401);
    expect(silent.status).toBe(422);
    expect(await floor.counts()).toEqual({ S01: 50 });
  });

  it("[JO6] of a bundle's size at cutting holds on the bundle and in its order; the first figure stays on record", async () => {
    const { floor, code } = await finished();
    const cut = await cutOf(floor, code);
    const before = await cutInOrder(floor);

    const told = await amend(floor, { key: "size-to-undo", amends: cut, code, pieces: 53 });
    const bundle = await floor.bundle(code);
    const sheet = await floor.send<object>("GET", `/acts/${cut}?code=${code}`);
    const { entries } = await floor.send<{ entries: object[] }>("GET", "/journal?of=figures");
    const after = await cutInOrder(floor);
    await floor.act("/undos", "S01", { undoes: "size-to-undo" });

    expect(told).toMatchObject({ status: 200, code: "amend-accepted" });
    expect(bundle).toMatchObject({ pieces: 53, state: { inProgress: 53, conflicts: [] } });
    expect([after - before, (await cutInOrder(floor)) - before]).toEqual([3, 0]);
    expect(sheet).toMatchObject({
      ...{ kind: "cut", code, canAmend: true, original: { pieces: 50 }, now: { pieces: 53 } },
      amendments: [{ key: "size-to-undo", reason: REASON, to: { pieces: 53 } }],
    });
    expect(entries[0]).toMatchObject({
      ...{ kind: "amend", subject: code, reason: REASON },
      ...{ before: { pieces: 50 }, after: { pieces: 53 } },
    });
    expect(await floor.bundle(code)).toMatchObject({ pieces: 50, state: { inProgress: 50 } });
  });

  it("[JO6] a size that contradicts what was declared since, or names no bundle of the cutting, is refused", async () => {
    const { floor, code } = await finished();
    const cut = await cutOf(floor, code);
    const [, other = ""] = floor.codes;

    const told = await amend(floor, { amends: cut, code, pieces: 49 });
    const all = await amend(floor, { amends: cut, pieces: 12 });
    const none = await amend(floor, { amends: cut, code, pieces: 0 });
    await amend(floor, { amends: cut, code: other, pieces: 12 });
    const whole = await floor.send<object>("GET", `/acts/${cut}`);

    expect(told).toMatchObject({ status: 409, accepted: false, code: "amend-misfit" });
    expect(told.message).toContain(code);
    expect([all.code, none.code]).toEqual(["amend-not-that", "amend-not-that"]);
    const sizes = [await floor.bundle(code), await floor.bundle(other)].map(({ pieces }) => pieces);
    expect(sizes).toEqual([50, 12]);
    expect(whole).toMatchObject({ canAmend: false, original: {}, now: {}, amendments: [] });
  });
});

/** Key of the cutting that made a bundle. */
async function cutOf(floor: FloorHttp, code: string): Promise<string> {
  const story = await floor.send<{ facts: { kind: string; key: string }[] }>(
    "GET",
    `/bundles/${code}/story`,
  );
  return story.facts.find(({ kind }) => kind === "cut")?.key ?? "";
}

/** Pieces that the floor's order is cut of. */
async function cutInOrder(floor: FloorHttp): Promise<number> {
  const path = `/orders/${floor.orderId}/progress`;
  const { styles } = await floor.send<{ styles: { quantities: { cut: number }[] }[] }>("GET", path);
  return styles.flatMap(({ quantities }) => quantities).reduce((sum, { cut }) => sum + cut, 0);
}
