import type { LearningCurve, OrderMinutes } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor, TOKEN } from "../floor/floor-http.ts";
import { tellMinutes } from "../support/privacy.ts";

/** An order of 40 polos in bundles of 20, the first of them sewn through. */
async function openPolos(): Promise<FloorHttp> {
  const http = await openFloor({ bundleSize: 20, pieces: 40 });
  const [code = ""] = http.codes;
  for (const station of ["S01", "S02", "S03", "S04"]) await http.work(station, code, 20);
  return http;
}

const polos = (pieces: number) => ({
  pieces: [{ styleId: "POLO", size: "M", colour: "Bleu", pieces }],
});

describe("orders at the manager's desk", () => {
  it("[OD4] tells each open order at a glance, and one with what waits for it", async () => {
    const { orderId, send } = await openPolos();

    const { orders } = await send<{ orders: object[] }>("GET", "/orders/overview");
    const one = await send<object>("GET", `/orders/${orderId}/overview`);

    expect(orders).toMatchObject([
      {
        ...{ id: orderId, customer: "Ville de Lons", ordered: 40, cut: 40, good: 20 },
        forecast: { endsOn: null, gap: "too-early", styleId: "POLO" },
        ...{ daysLate: null, delay: null, styles: [{ styleId: "POLO", name: "Polo" }] },
      },
    ]);
    expect(one).toMatchObject(orders[0] ?? {});
    expect(one).toMatchObject({ queues: [{ code: "10", waiting: 20, isEntry: true }, {}, {}, {}] });
  });

  it("[OD6] refuses more than is complete with a sentence, and does nothing", async () => {
    const { ask, orderId, send } = await openPolos();
    const url = `/orders/${orderId}/cartons`;
    const body = { key: "carton-of-test-1", ...polos(15) };

    expect(await send("POST", url, body)).toMatchObject({ number: 1, openedAt: null });
    const more = { key: "carton-of-test-2", ...polos(6) };
    expect(await ask("POST", `/api/v1${url}`, { token: TOKEN, body: more })).toMatchObject({
      status: 409,
      json: {
        code: "carton-too-many",
        path: "/pieces/0/pieces",
        message:
          "Il ne reste que 5\u00a0pièces complètes hors carton en M Bleu\u00a0: mettez-en moins, ou attendez les suivantes.",
      },
    });
    expect(await send("GET", url)).toMatchObject({
      stock: { kind: "pieces", pieces: [{ ordered: 40, complete: 20, inCartons: 15 }] },
      cartons: [{ number: 1 }],
    });
  });

  it("[OD8] opens a carton again, once", async () => {
    const { ask, orderId, send } = await openPolos();
    const url = `/orders/${orderId}/cartons`;
    await send("POST", url, { key: "carton-of-test-1", ...polos(15) });

    expect(await send("POST", `${url}/1/undo`)).toMatchObject({ number: 1 });
    const again = await ask("POST", `/api/v1${url}/1/undo`, { token: TOKEN });
    expect(again).toMatchObject({ status: 409, json: { code: "carton-opened" } });
    const other = await ask("POST", `/api/v1${url}/7/undo`, { token: TOKEN });
    expect(other).toMatchObject({ status: 404, json: { code: "carton-unknown" } });
  });

  it("[OD13] prints the closed cartons alone, and says where there are none", async () => {
    const { get, orderId, send } = await openPolos();
    const paper = (name: string) => get(`/api/v1/orders/${orderId}/${name}`);
    expect(await paper("packing-list.pdf")).toMatchObject({
      status: 404,
      json: { code: "cartons-none" },
    });
    const url = `/orders/${orderId}/cartons`;
    await send("POST", url, { key: "carton-of-test-1", ...polos(5) });
    await send("POST", url, { key: "carton-of-test-2", ...polos(5) });
    await send("POST", `${url}/1/undo`);

    for (const name of ["packing-list.pdf?lang=en", "carton-labels.pdf?number=2"]) {
      const { bytes, headers, status } = await paper(name);
      expect([status, headers["content-type"]]).toEqual([200, "application/pdf"]);
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    }
    expect(await paper("carton-labels.pdf?number=1")).toMatchObject({
      status: 404,
      json: { code: "carton-unknown" },
    });
  });

  it("[OD9] tells an order's story, and of an unknown order that there is none", async () => {
    const { ask, orderId, send } = await openPolos();

    const { facts } = await send<{ facts: { kind: string }[] }>("GET", `/orders/${orderId}/story`);
    expect(facts.map(({ kind }) => kind)).toEqual(["given", "cut", "begun", "out"]);
    for (const path of ["story", "overview", "cartons", "packing-list.pdf"]) {
      const answer = await ask("GET", `/api/v1/orders/2026-77/${path}`);
      expect(answer).toMatchObject({ status: 404, json: { code: "order-unknown" } });
    }
  });
});

describe("minutes of an order", () => {
  it("[OD10] have the good pieces of its operations, and the minutes of its stations", async () => {
    const http = await openPolos();
    await tellMinutes(http);
    const { operations, total } = await http.send<OrderMinutes>(
      "GET",
      `/orders/${http.orderId}/minutes`,
    );

    expect(operations.map(({ code, good, ordered }) => [code, good, ordered])).toEqual(
      ["10", "20", "30", "40"].map((code) => [code, 20, 40]),
    );
    const sum = operations.reduce((added, line) => added + Number(line.attendedMinutes), 0);
    expect(sum).toBeCloseTo(total.attendedMinutes ?? Number.NaN, 6);
    expect(total.earnedMinutes).toBeCloseTo(total.estimatedMinutes / 2, 6);
  });

  it("[OD15] are asked for later where many wait for as much, and told once they do not", async () => {
    const http = await openPolos();
    const url = `/api/v1/orders/${http.orderId}/minutes`;

    const answers = await Promise.all(Array.from({ length: 8 }, () => http.get(url)));

    const told = answers.map(({ status }) => status).toSorted();
    expect(told).toEqual([...Array(5).fill(200), ...Array(3).fill(503)]);
    expect(answers.find(({ status }) => status === 503)?.json).toMatchObject({
      code: "minutes-busy",
    });
    expect((await http.get(url)).status).toBe(200);
  });

  it("[OD12] leave a learning curve unsaid while few days are known", async () => {
    const http = await openPolos();

    const curve = await http.send<LearningCurve>("GET", "/styles/POLO/learning");
    expect(curve.fit).toBeNull();
    expect(await http.ask("GET", "/api/v1/styles/NONE/learning")).toMatchObject({
      status: 404,
      json: { code: "style-absent" },
    });
  });
});

describe("exports of an order", () => {
  it("[EX18] [EX19] [EX20] are its story and its minutes as the page has them, and are named by it", async () => {
    const http = await openPolos();
    const { orderId, send } = http;
    const path = (kind: string, query = "") =>
      `/api/v1/exports/${kind}?from=2026-11-23&format=json${query}`;
    const of = `&order=${orderId}`;
    const rowsOf = ({ json }: { json: unknown }) =>
      (json as { tables: { rows: Record<string, unknown>[] }[] }).tables[0]?.rows ?? [];

    const page = await send<OrderMinutes>("GET", `/orders/${orderId}/minutes`);
    const minutes = await http.get(path("minutes", of));
    const story = await http.get(path("story", of));

    expect(rowsOf(minutes)).toMatchObject(
      page.operations.map(({ code, good, attendedMinutes }) => ({ code, good, attendedMinutes })),
    );
    expect(minutes.json).toMatchObject({ kind: "minutes", order: orderId, line: null });
    expect(minutes.headers["content-disposition"]).toContain(`trame-minutes-${orderId}-2026`);
    expect(rowsOf(story).map(({ what, good }) => [what, good])).toEqual([
      ...[
        ["Commande donnée", null],
        ["Coupe", null],
      ],
      ...[
        ["Commencé", null],
        ["Fini", 20],
      ],
    ]);
    const none = await http.get(path("production", "&line=NONE"));
    expect(rowsOf(none)).toEqual([]);
    const codes = await Promise.all(
      [path("story"), path("stops", of), path("skills", "&line=L1"), path("orders", "&order=1-2")]
        .map((url) => http.get(url))
        .map(async (answer) => (await answer).json as { code: string }),
    );
    expect(codes.map(({ code }) => code)).toEqual([
      ...["export-order-missing", "export-not-by-order", "export-not-by-line", "order-unknown"],
    ]);
  });
});
