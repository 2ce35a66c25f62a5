import { formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet, MORNING } from "./support/tablet.ts";
import { cardOf, viewOf } from "./support/views.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });

describe("outbox", () => {
  it("[H1] an act is on disk, written through, before the server hears of it", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    const order: string[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      const [names, mode, options] = given;
      if (mode === "readwrite" && String(names) === "outbox") order.push(`${options?.durability}`);
      return transaction.apply(this, given);
    };
    tablet.floor.setJudge(() => {
      order.push("sent");
      return {};
    });

    await page.model.scan(code(117), "scan");
    IDBDatabase.prototype.transaction = transaction;

    expect(order).toEqual(["strict", "sent"]);
    expect(page.model.answer.value).toMatchObject({ kind: "accepted", message: "C'est bon." });
  });

  it("[H2] acts arrive one at a time, in the order in which they were done", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    const codes = [117, 118, 119, 120].map(code);

    await Promise.all(codes.map((text) => page.model.scan(text, "scan")));

    expect(tablet.floor.codes()).toEqual(codes);
    expect(tablet.floor.deliveries.length).toBe(4);
    expect(await tablet.waiting()).toEqual([]);
  });

  it("[H2] an act whose answer was lost is sent again with its key, and counts once", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    tablet.floor.setWeather("unanswered");
    await page.model.scan(code(117), "scan");
    await tablet.pass(2000);
    tablet.floor.setWeather("fine");
    await tablet.pass(20_000);

    const keys = tablet.floor.deliveries.map(({ body }) => body["key"]);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect([tablet.floor.codes(), await tablet.waiting()]).toEqual([[code(117)], []]);
  });

  it.each([
    ["silence", "unheard"],
    ["a fault of the server", { status: 500, body: { code: "internal", message: "…" } }],
    ["a busy server", { status: 429, body: { code: "too-many", message: "…" } }],
    ["somebody else's sign-in page", { status: 200, body: "<html>Wi-Fi</html>" }],
    ["an answer of another program", { status: 409, body: { error: "conflict" } }],
    ["a key that is not taken", { status: 401, body: { code: "unauthorized", message: "…" } }],
  ] as const)("[H3] on %s an act stays on the disk", async (_what, weather) => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    tablet.floor.setWeather(weather);
    await page.model.scan(code(117), "scan");
    await tablet.pass(30_000);

    expect((await tablet.waiting()).map(({ body }) => body)).toMatchObject([{ code: code(117) }]);
    tablet.floor.setWeather("fine");
    await tablet.pass(20_000);
    expect([tablet.floor.codes(), await tablet.waiting()]).toEqual([[code(117)], []]);
  });

  it("[H3] a refusal is the server's word: it is shown, and nothing is sent again", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    tablet.floor.setJudge(() => ({
      accepted: false,
      code: "scan-not-yet",
      message: "Au poste 3.",
    }));
    await page.model.scan(code(117), "scan");
    await tablet.pass(20_000);

    expect(page.model.answer.value).toMatchObject({
      kind: "refused",
      code: "scan-not-yet",
      message: "Au poste 3.",
    });
    expect([tablet.floor.deliveries.length, await tablet.waiting()]).toEqual([1, []]);
  });

  it("[H5] after a second without an answer the act is said to be kept, and says so when sent", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    tablet.floor.setView(() => viewOf({ lineBundles: [cardOf({ code: code(117) })] }));
    page.wake();
    await tablet.pass(2000);
    tablet.floor.setWeather("hanging");
    const done = page.model.scan(code(117), "scan");
    await tablet.idle();
    tablet.time.advance(999);
    await tablet.idle();
    const before = [page.model.isSaving.value, page.model.kept.value, page.model.connection.value];
    await tablet.pass(1);
    await done;

    expect(before).toEqual([true, 0, "connected"]);
    expect([page.model.isSaving.value, page.model.kept.value]).toEqual([false, 1]);
    expect(page.model.connection.value).toBe("offline");
    expect(page.model.answer.value).toMatchObject({ kind: "kept", bundle: { code: code(117) } });
    tablet.floor.setWeather("fine");
    await tablet.pass(30_000);
    expect(tablet.floor.acts[0]?.body).toMatchObject({ code: code(117), offline: true });
    expect([page.model.kept.value, page.model.connection.value]).toEqual([0, "connected"]);
  });

  it("[H5] while the server is known to be away nobody waits a second", async () => {
    const tablet = createTablet();
    tablet.floor.setWeather("unheard");
    const page = tablet.open();
    await tablet.pass(500);

    for (const bundle of [117, 118, 119, 120]) await page.model.scan(code(bundle), "scan");

    expect([page.model.connection.value, page.model.kept.value]).toEqual(["offline", 4]);
    expect((await tablet.waiting()).every(({ body }) => body.offline)).toBe(true);
  });

  it("[H6] a key that is not taken keeps everything until the tablet is opened again", async () => {
    const tablet = createTablet();
    let key: string | null = "an-old-key-of-it";
    tablet.floor.setWeather({ status: 403, body: { code: "forbidden", message: "…" } });
    const page = tablet.open({ key: () => key });
    await tablet.pass(500);
    await page.model.scan(code(117), "scan");
    await page.model.finishAllGood();
    expect([page.model.connection.value, page.model.kept.value]).toEqual(["refused", 1]);

    key = "a-new-key-of-it";
    tablet.floor.setWeather("fine");
    page.keyChanged();
    await tablet.pass(1000);

    expect([tablet.floor.codes(), page.model.kept.value]).toEqual([[code(117)], 0]);
    expect(tablet.floor.keys.every((sent) => sent === "Bearer a-new-key-of-it")).toBe(true);
  });

  it.each([
    ["[AC21] a tablet that was taken out forgets what it was told", "screen-revoked", "unpaired"],
    ["[AC21] control: one whose key is only not taken keeps it", "token-wrong", "refused"],
  ])("%s, and what it has not sent stays", async (_title, said, connection) => {
    const tablet = createTablet();
    let key: string | null = "a-key-of-this-station";
    const page = tablet.open({
      key: () => key,
      onRevoked(storage) {
        key = null;
        void storage.forget();
      },
    });
    await tablet.pass(1000);
    expect(page.model.view.value).not.toBeNull();
    tablet.floor.setWeather({ status: 401, body: { code: said, message: "…" } });
    await page.model.scan(code(117), "scan");
    await tablet.pass(20_000);

    const isForgotten = said === "screen-revoked";
    expect(page.model.connection.value).toBe(connection);
    expect(page.model.view.value === null).toBe(isForgotten);
    const { view, waiting } = await tablet.kept();
    expect([view === null, waiting.length]).toEqual([isForgotten, 1]);
  });

  it("[H6] a tablet that never had a key says so and asks for nothing", async () => {
    const tablet = createTablet();
    const page = tablet.open({ key: () => null });
    await tablet.pass(20_000);
    expect([page.model.connection.value, tablet.floor.asked]).toEqual(["unpaired", []]);
  });

  it("[H9] an act's age is true, also when the tablet's clock is set back meanwhile", async () => {
    const tablet = createTablet();
    tablet.floor.setWeather("unheard");
    const page = tablet.open();
    await tablet.pass(500);
    await page.model.scan(code(117), "scan");
    await tablet.pass(60_000);
    tablet.setClockBy(-3_600_000);
    tablet.floor.setWeather("fine");
    await tablet.pass(15_000);

    const { at, sentAt } = tablet.floor.acts[0]!.body as { at: number; sentAt: number };
    expect(at).toBe(MORNING + 500);
    expect(sentAt - at).toBeGreaterThanOrEqual(60_000);
    expect(sentAt - at).toBeLessThanOrEqual(75_000);
  });

  it("[H19] what the server can't take is set aside, holds up nothing and is tried at the next start", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    await tablet.pass(1000);
    const body = { code: "station-unknown", message: "Ce poste n'existe pas." };
    tablet.floor.setWeather({ status: 404, body });
    await page.model.scan(code(117), "scan");
    tablet.floor.setWeather("fine");
    await page.model.scan(code(118), "scan");
    const shown = [page.model.aside.value, tablet.floor.codes()];
    page.die();
    const next = tablet.open();
    await tablet.pass(1000);

    expect(shown).toEqual([1, [code(118)]]);
    expect(tablet.floor.codes()).toEqual([code(118), code(117)]);
    expect(next.model.aside.value).toBe(0);
  });
});

describe("a full disk", () => {
  const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));

  it("[H8] says so and keeps the scan on the screen until it can be kept", async () => {
    const tablet = createTablet();
    let isFull = true;
    tablet.floor.setWeather("unheard");
    const page = tablet.open({
      storage: (real) => ({ ...real, append: (act) => (isFull ? full() : real.append(act)) }),
    });
    await tablet.pass(500);
    await page.model.scan(code(117), "scan");
    const before = { ...page.model.answer.value };
    const state = page.model.storageState.value;
    isFull = false;
    await page.model.retry();

    expect(before).toMatchObject({ kind: "unsaved", code: "storage-full", text: code(117) });
    expect(state).toBe("full");
    expect((await tablet.waiting()).map(({ body }) => body.key)).toEqual([before.key]);
    expect([page.model.kept.value, page.model.storageState.value]).toEqual([1, "ready"]);
  });

  it("[H8] does not keep the server from taking an act, unless others wait before it", async () => {
    const tablet = createTablet();
    let isFull = false;
    const page = tablet.open({
      storage: (real) => ({ ...real, append: (act) => (isFull ? full() : real.append(act)) }),
    });
    await tablet.pass(1000);
    isFull = true;
    await page.model.scan(code(117), "scan");
    expect(page.model.answer.value?.kind).toBe("accepted");

    isFull = false;
    tablet.floor.setWeather("unheard");
    await page.model.scan(code(118), "scan");
    isFull = true;
    tablet.floor.setWeather((path) => (path.includes("stations") ? "unheard" : "fine"));
    await page.model.scan(code(119), "scan");
    expect([page.model.answer.value?.kind, tablet.floor.codes()]).toEqual(["unsaved", [code(117)]]);
  });
});
