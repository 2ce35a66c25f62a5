import { describe, expect, it } from "vitest";
import { createFakeFloor, type FakeFloor } from "../floor-ui/data-station/support/fake-floor.ts";
import { createTablet, MORNING } from "../floor-ui/data-station/support/tablet.ts";
import {
  type OrderJson,
  openCatalogue,
  operation,
} from "../server/api/catalogue/catalogue-http.ts";
import { planOfStations } from "../server/api/support/workshop.ts";

const POLO = {
  styleId: "MASQUE",
  parts: [
    { code: "corps", label: { fr: "Corps" } },
    { code: "manches", label: { fr: "Manches" } },
  ],
  operations: [
    operation("10", { part: "corps" }),
    operation("20", { part: "manches" }),
    operation("30", {
      label: { fr: "Montage manches" },
      after: ["10", "20"],
      joins: ["corps", "manches"],
    }),
  ],
};

const ORDER = {
  customer: "Ville de Lons",
  dueOn: "2026-12-18",
  state: "running",
  styles: [{ styleId: "MASQUE", quantities: [{ size: "S", colour: "Bleu", pieces: 50 }] }],
};

interface Bundle {
  readonly code: string;
  readonly part: string | null;
}

/** The tablet of a station that only joins, before the true server; body and sleeves were finished elsewhere or not yet. */
async function openJoining({ isSewn = true } = {}) {
  const http = await openCatalogue();
  http.setNow(MORNING);
  const stations = [{ operation: "10" }, { operation: "20" }, { operation: "Montage manches" }];
  await http.putPlan(planOfStations(stations), "2026-03-01T00:00:00Z");
  await http.must(http.post("/routings", POLO));
  const order = await http.must<OrderJson>(http.post("/orders", ORDER));
  const lots = [{ size: "S", colour: "Bleu", shade: 1, pieces: 50 }];
  const cutting = { styleId: "MASQUE", bundleSize: 50, lots };
  const { bundles } = await http.must<{ bundles: Bundle[] }>(
    http.post(`/orders/${order.id}/cuttings`, cutting),
  );
  const codeOf = (part: string) => bundles.find((each) => each.part === part)?.code ?? "";
  const body = codeOf("corps");
  const sleeves = codeOf("manches");
  const head = { at: MORNING - 2_000, sentAt: MORNING, origin: "scan" };
  const sewn = isSewn
    ? [
        ["S01", body],
        ["S02", sleeves],
      ]
    : [];
  for (const [stationId, code] of sewn) {
    await http.must(http.post("/scans", { ...head, key: `sewing-scan-${code}`, stationId, code }));
    const counts = { good: 50, rework: 0, second: 0, scrap: 0 };
    const done = {
      ...head,
      at: MORNING - 1_000,
      key: `sewing-done-${code}`,
      stationId,
      code,
      ...counts,
    };
    await http.must(http.post("/finishes", done));
  }
  const { key } = await http.must<{ key: string }>(http.post("/stations/S03/key"));
  let isAway = false;
  const asking = new Set<Promise<Response>>();
  const send = (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const asked = ask(String(input), init);
    asking.add(asked);
    const forget = () => asking.delete(asked);
    asked.then(forget, forget);
    return asked;
  };
  async function ask(path: string, { method, headers, body: sent }: RequestInit) {
    if (isAway) throw new TypeError("fetch failed");
    http.setNow(tablet.now());
    const given = { headers: headers as Record<string, string>, token: null };
    const said = await http.ask(
      method as "GET",
      path,
      sent == null ? given : { ...given, body: String(sent) },
    );
    return new Response(said.text, { status: said.status });
  }
  const tablet = createTablet({ ...createFakeFloor(), fetch: send } as FakeFloor);
  const { model, wake } = tablet.open({ key: () => key, stationId: "S03" });
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) {
      await tablet.pass(1000);
      await Promise.allSettled(asking);
      await tablet.idle();
    }
  }
  await settle();
  const conflicts = async () => {
    const told = await http.must<{ conflicts: unknown[] }>(http.get("/conflicts", { token: null }));
    return told.conflicts;
  };
  const setAway = (next: boolean) => {
    isAway = next;
  };
  return { model, wake, settle, body, sleeves, conflicts, setAway };
}

describe("a tablet where parts only come together", () => {
  it.each([
    ["body first", true],
    ["sleeves first", false],
  ])(
    "[H25] joins what is scanned one after the other, %s, and finishes it",
    async (_, isBodyFirst) => {
      const { model, settle, body, sleeves, conflicts } = await openJoining();
      const [first, second] = isBodyFirst ? [body, sleeves] : [sleeves, body];

      await model.scan(first, "scan");
      const waits = model.answer.value;
      model.dismiss();
      await model.scan(second, "scan");
      const joined = model.answer.value;
      await settle();
      const open = model.view.value?.open ?? [];
      await model.finishAllGood();
      const finished = model.answer.value;

      expect([waits?.kind, waits?.together?.missing]).toEqual([
        "part",
        [{ fr: isBodyFirst ? "Manches" : "Corps" }],
      ]);
      expect(joined).toMatchObject({ kind: "accepted", code: "join-accepted" });
      expect(open.map(({ code, left }) => [code, left])).toEqual([[body, 50]]);
      expect(finished).toMatchObject({ kind: "accepted", act: "finish" });
      expect(await conflicts()).toEqual([]);
    },
  );

  it("[H25] joins parts whose work before nobody scanned", async () => {
    const { model, body, sleeves, conflicts } = await openJoining({ isSewn: false });
    await model.scan(body, "scan");
    const waits = model.answer.value;
    await model.scan(sleeves, "scan");
    expect(waits?.kind).toBe("part");
    expect(model.answer.value).toMatchObject({ kind: "accepted", code: "join-accepted" });
    expect(await conflicts()).toEqual([]);
  });

  it("[H26] joins without the network, and no conflict comes of it", async () => {
    const { model, wake, settle, body, sleeves, conflicts, setAway } = await openJoining();
    setAway(true);
    wake();
    await settle();
    await model.scan(sleeves, "scan");
    await model.scan(body, "scan");
    const told = model.answer.value?.kind;
    setAway(false);
    wake();
    await settle();

    expect([told, model.kept.value, model.notices.value]).toEqual(["kept", 0, []]);
    expect(model.view.value?.open.map(({ code }) => code)).toEqual([body]);
    expect(await conflicts()).toEqual([]);
  });
});
