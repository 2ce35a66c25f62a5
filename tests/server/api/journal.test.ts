import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor, TOKEN } from "./floor/floor-http.ts";
import { planOf } from "./support/workshop.ts";

interface Entry {
  readonly kind: string;
  readonly by: string;
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly isUndone: boolean;
  readonly key: string | null;
}

async function journal(floor: FloorHttp, query = ""): Promise<Entry[]> {
  const { json } = await floor.get(`/api/v1/journal${query}`, { token: TOKEN });
  return (json as { entries: Entry[] }).entries;
}

const outcome = (good: number, scrap: number) => ({ good, rework: 0, second: 0, scrap });

/** A finish that was corrected twice. */
async function corrected() {
  const floor = await openFloor();
  const [code = ""] = floor.codes;
  await floor.scan("S01", code);
  await floor.finish("S01", code, { key: "finish-at-first", good: 50 });
  const said = { amends: "finish-at-first", reason: "Recompté" };
  const first = { ...said, key: "amend-the-first", outcome: outcome(48, 2) };
  const second = { ...said, key: "amend-the-second", outcome: outcome(47, 3) };
  await floor.send("POST", "/amendments", first);
  await floor.send("POST", "/amendments", second);
  return { floor, code };
}

describe("the journal", () => {
  it("[JO3] says who corrected what, why, what it was and what it is now; the newest first", async () => {
    const { floor, code } = await corrected();

    const [second, first] = await journal(floor, "?of=figures");

    const common = {
      kind: "amend",
      by: "desk",
      subject: code,
      reason: "Recompté",
      isUndone: false,
    };
    expect(second).toMatchObject({
      ...{ ...common, before: { outcome: outcome(48, 2) }, after: { outcome: outcome(47, 3) } },
    });
    expect(first).toMatchObject({
      ...{ ...common, before: { outcome: outcome(50, 0) }, after: { outcome: outcome(48, 2) } },
    });
  });

  it("[JO3] shows an act as it was declared and as it holds, with each of its corrections", async () => {
    const { floor, code } = await corrected();
    await floor.act("/undos", "S01", { undoes: "amend-the-second" });

    const { json } = await floor.get("/api/v1/acts/finish-at-first", { token: TOKEN });

    expect(json).toMatchObject({
      ...{ kind: "finish", code, operation: "10", canAmend: true, isUndone: false },
      original: { outcome: outcome(50, 0) },
      now: { outcome: outcome(48, 2) },
      amendments: [
        { key: "amend-the-first", isUndone: false },
        { key: "amend-the-second", isUndone: true },
      ],
    });
    expect((await floor.get("/api/v1/acts/nobody-did-it", { token: TOKEN })).status).toBe(404);
  });

  it("[JO3] says of a sample that was corrected at which station it was", async () => {
    const floor = await openFloor();
    const found = { ...outcome(19, 1), defects: [{ defect: "hole", operation: null, pieces: 1 }] };
    await floor.act("/inspections", "S02", { ...found, key: "sample-at-two" });
    const said = { key: "amend-the-sample", amends: "sample-at-two", reason: "Revu" };
    const defects = [{ defect: "stain", operation: null, pieces: 1 }];
    await floor.send("POST", "/amendments", { ...said, outcome: outcome(19, 1), defects });

    const [entry] = await journal(floor, "?of=figures");

    expect(entry).toMatchObject({
      ...{ kind: "amend", by: "desk", subject: null, stationId: "S02", reason: "Revu" },
      ...{ before: { defects: found.defects }, after: { defects } },
    });
  });

  it("[JO3] says of a stop that is told again what was said of it before, and why", async () => {
    const floor = await openFloor();
    const now = floor.deps.now();
    const stop = { scope: { stationId: "S01" }, from: now - 1_200_000, to: now - 600_000 };
    const elsewhere = { ...stop, scope: { stationId: "S02" }, cause: "thread" };
    const first = { ...stop, cause: "machine", note: "courroie" };
    const second = { ...stop, from: now - 900_000, cause: "material", note: "c'était le fil" };
    for (const said of [first, elsewhere, second]) await floor.act("/stops", "S01", said);

    const entries = await journal(floor, "?of=figures");

    expect(entries.map(({ before, after, reason }) => ({ before, after, reason }))).toMatchObject([
      {
        before: { cause: "machine", from: first.from },
        after: { cause: "material", from: second.from },
        reason: "c'était le fil",
      },
      { before: null, after: { cause: "thread" }, reason: null },
      { before: null, after: { cause: "machine" }, reason: "courroie" },
    ]);
  });

  it("[JO4] keeps what was set, as it was and as it is, and of a plan what differs", async () => {
    const floor = await openFloor();
    await floor.send("PUT", "/settings/deduce-limit", { limit: 1 });
    await floor.send("PUT", "/settings/deduce-limit", { limit: 1 });
    await floor.send("PATCH", `/orders/${floor.orderId}`, { customer: "Ville de Dole" });

    const [order, setting, ...older] = await journal(floor, "?of=settings");

    expect(order).toMatchObject({
      ...{ kind: "order", subject: floor.orderId, by: "desk" },
      before: { customer: "Ville de Lons" },
      after: { customer: "Ville de Dole" },
    });
    expect(setting).toMatchObject({ kind: "setting", before: null, after: { value: 1 } });
    expect(older.map(({ kind }) => kind)).toContain("plan");
  });

  it("[JO4] holds neither a secret nor anything about a person", async () => {
    const floor = await openFloor();
    const plan = planOf({ devices: [{ id: "esp-01", secret: "do-not-tell-anybody" }] });
    const from = "2026-11-24T00:00:00Z";
    await floor.ask("PUT", `/api/v1/plan?from=${from}`, { token: TOKEN, body: plan });
    await floor.send("PUT", "/settings/pairing-code", { code: "471147114711" });
    await floor.send("POST", "/operators", { id: "fleur-b", pseudonym: "Fleur" });

    const told = JSON.stringify(await journal(floor));

    for (const secret of ["do-not-tell-anybody", "4711", "fleur", "Fleur"]) {
      expect(told).not.toContain(secret);
    }
    // The search finds what is there.
    expect(told).toContain("esp-01");
    expect((await journal(floor)).map(({ kind }) => kind)).toContain("person");
  });

  it("[JO4] is read with the admin token alone, by span and by pages", async () => {
    const { floor } = await corrected();
    const stranger = await floor.get("/api/v1/journal");
    const later = await journal(floor, "?from=2026-11-24");
    const wrong = await floor.get("/api/v1/journal?from=hier", { token: TOKEN });
    expect(stranger.status).toBe(401);
    expect(later).toEqual([]);
    expect(wrong).toMatchObject({ status: 422, json: { code: "moment-invalid", path: "/from" } });
  });
});
