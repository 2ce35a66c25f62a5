import { formatBadge, formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  createFakeFloor,
  type FakeFloor,
  type Weather,
} from "../floor-ui/data-station/support/fake-floor.ts";
import { createTablet, MORNING } from "../floor-ui/data-station/support/tablet.ts";
import {
  MASK_ORDER,
  type OrderJson,
  openCatalogue,
} from "../server/api/catalogue/catalogue-http.ts";
import { decide } from "../server/api/support/privacy.ts";
import { planOfStations } from "../server/api/support/workshop.ts";

/** A station's tablet before the true server: two bundles of 50, two operations, this station does the last. */
async function openFloor() {
  const http = await openCatalogue();
  http.setNow(MORNING);
  await http.putPlan(
    planOfStations([{ operation: "10" }, { operation: "20" }]),
    "2026-03-01T00:00:00Z",
  );
  await http.must(http.post("/operators", { id: "fleur", pseudonym: "Fleur", badge: 412 }));
  const order = await http.must<OrderJson>(
    http.post("/orders", { ...MASK_ORDER, state: "running" }),
  );
  const lots = [{ size: "S", colour: "Bleu", shade: 1, pieces: 100 }];
  const cutting = { styleId: "MASQUE", bundleSize: 50, lots };
  await http.must(http.post(`/orders/${order.id}/cuttings`, cutting));
  await decide(http, { myDay: true });
  const { key } = await http.must<{ key: string }>(http.post("/stations/S02/key"));
  let weather: Weather = "fine";
  const deliveries: string[] = [];
  const asking = new Set<Promise<Response>>();
  const send = (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const asked = ask(String(input), init);
    asking.add(asked);
    const forget = () => asking.delete(asked);
    asked.then(forget, forget);
    return asked;
  };
  async function ask(path: string, { method, headers, body }: RequestInit): Promise<Response> {
    if (weather === "unheard") throw new TypeError("fetch failed");
    http.setNow(tablet.now());
    const given = { headers: headers as Record<string, string>, token: null };
    const said = await http.ask(
      method as "GET",
      path,
      body == null ? given : { ...given, body: String(body) },
    );
    if (method === "POST") deliveries.push(path);
    if (weather === "unanswered" && method === "POST") throw new TypeError("fetch failed");
    return new Response(said.text, { status: said.status });
  }
  const tablet = createTablet({ ...createFakeFloor(), fetch: send } as FakeFloor);
  const page = tablet.open({ key: () => key, stationId: "S02" });
  const { model } = page;
  /** Long enough for what is kept to leave, and for a view that holds it to come. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) {
      await tablet.pass(1000);
      await Promise.allSettled(asking);
      await tablet.idle();
    }
  }
  const code = (bundle: number) => formatCode({ order: order.number, bundle });
  return {
    ...{ tablet, page, model, code, settle, deliveries, http },
    setWeather: (next: Weather) => {
      weather = next;
    },
  };
}

describe("a tablet and the server", () => {
  it("[H10] agree on what is left, on the day and on who is there, with the network and without", async () => {
    const { model, code, settle, setWeather, page } = await openFloor();
    await settle();
    await model.scan(formatBadge(412), "scan");
    await model.scan(code(1), "scan");
    const scanned = model.answer.value;
    await model.finish({ outcome: { good: 8, rework: 0, second: 0, scrap: 2 } });
    await settle();
    const online = model.view.value?.open[0];
    setWeather("unheard");
    await model.correct(3);
    await model.finish({ outcome: { good: 10, rework: 0, second: 0, scrap: 0 } });
    await model.scan(code(2), "scan");
    await model.reply({ kind: "finish" });
    const guessed = { view: model.view.value, day: model.dayPieces.value };
    setWeather("fine");
    page.wake();
    await settle();

    expect(scanned).toMatchObject({ kind: "accepted", bundle: { code: code(1) } });
    expect(online).toMatchObject({ finished: 10, left: 40 });
    expect([guessed.day, model.dayPieces.value]).toEqual([51, 51]);
    expect(guessed.view?.open.map((open) => [open.code, open.left])).toEqual([[code(2), 50]]);
    expect(model.view.value?.open.map((open) => [open.code, open.left])).toEqual([[code(2), 50]]);
    expect([model.kept.value, model.notices.value, model.me.value?.pseudonym]).toEqual([
      0,
      [],
      "Fleur",
    ]);
  });

  it("[H5] what was refused while nobody heard it is taken when it comes as kept", async () => {
    const { model, code, settle, setWeather, page, http, deliveries } = await openFloor();
    await settle();
    await model.scan(formatBadge(412), "scan");
    await model.scan(code(1), "scan");
    await model.finishAllGood();
    await settle();
    setWeather("unanswered");
    await model.scan(code(1), "scan");
    const told = model.answer.value?.kind;
    setWeather("fine");
    page.wake();
    await settle();
    const conflicts = await http.must<{ conflicts: unknown[] }>(
      http.get("/conflicts", { token: null }),
    );

    // Finished, it is none of the bundles on the line: the tablet does not know it any more.
    expect(told).toBe("to-check");
    expect(deliveries.filter((path) => path === "/api/v1/scans").length).toBeGreaterThan(2);
    expect(model.notices.value).toMatchObject([{ answer: { accepted: true } }]);
    expect(conflicts.conflicts.length).toBe(1);
  });
});
