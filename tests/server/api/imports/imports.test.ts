import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";

const KINDS = ["styles", "routings", "orders", "operators"] as const;

/** Sends a file as a browser does. */
function send(
  http: TestHttp,
  kind: string,
  { text = "", commit = false, token = TOKEN as string | null } = {},
) {
  const headers = { "content-type": "text/csv" };
  return http.ask("POST", `/api/v1/imports/${kind}?commit=${commit}`, {
    token,
    headers,
    body: text,
  });
}

async function exampleOf(http: TestHttp, kind: string): Promise<string> {
  const { status, text } = await http.get(`/api/v1/imports/${kind}/example.csv`);
  expect(status).toBe(200);
  return text;
}

describe("an import", () => {
  it("[I12] shows what a file would change, and writes it only when it is asked to", async () => {
    const http = await openHttp();
    const text = await exampleOf(http, "styles");
    const preview = await send(http, "styles", { text });
    expect(preview).toMatchObject({
      status: 200,
      json: { rows: 2, new: 2, changed: 0, same: 0, faults: [], committed: false },
    });
    expect((await http.get("/api/v1/styles")).json).toEqual({ styles: [] });
    expect(await send(http, "styles", { text, commit: true })).toMatchObject({
      json: { new: 2, committed: true },
    });
    expect((await http.get("/api/v1/styles")).json).toMatchObject({
      styles: [{ id: "POLO", sizes: ["6 ans", "8 ans", "10 ans"] }, { id: "SWEAT" }],
    });
  });

  it("[I13] of the same file twice changes nothing, and says so", async () => {
    const http = await openHttp();
    for (const kind of KINDS) {
      const text = await exampleOf(http, kind);
      expect(await send(http, kind, { text, commit: true })).toMatchObject({
        json: { faults: [], committed: true },
      });
      expect(await send(http, kind, { text, commit: true })).toMatchObject({
        json: { new: 0, changed: 0, committed: true },
      });
    }
    expect((await http.get("/api/v1/routings?styleId=POLO")).json).toMatchObject({
      routings: [{ version: 1 }],
    });
    expect((await http.get("/api/v1/orders")).json).toMatchObject({
      orders: [{ reference: "C-2026-07" }],
    });
  });

  it("[I12] writes nothing when a single cell is wrong, and shows it in the language asked for", async () => {
    const http = await openHttp();
    const text = "Modèle;Tailles;Coloris\nPOLO;S;Bleu\nSWEAT D'HIVER;;Gris\n";
    const { status, json } = await send(http, "styles", { text, commit: true });
    expect({ status, json }).toMatchObject({
      status: 422,
      json: {
        code: "import-faulty",
        committed: false,
        faults: [
          { row: 3, column: "Modèle", value: "SWEAT D'HIVER", code: "cell-not-id" },
          {
            row: 3,
            column: "Tailles",
            code: "cell-empty",
            message: "Cette case est vide\u00a0: il faut la remplir.",
          },
        ],
      },
    });
    expect((await http.get("/api/v1/styles")).json).toEqual({ styles: [] });
  });

  it("[I10] says at its row what the catalogue has against an order", async () => {
    const http = await openHttp();
    await send(http, "styles", { text: "Modèle;Tailles;Coloris\nPOLO;S;Bleu\n", commit: true });
    await send(http, "routings", {
      text: "Modèle;Code;Libellé;Temps\nPOLO;10;Plis;0,4\n",
      commit: true,
    });
    const text =
      "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité\nC;V;18/12/2026;POLO;S;Bleu;5\nC;V;18/12/2026;POLO;XXL;Bleu;5\n";
    expect((await send(http, "orders", { text })).json).toMatchObject({
      faults: [{ row: 3, value: "XXL", code: "size-unknown" }],
    });
  });

  it("[I11] refuses what is no table, and whoever has no token", async () => {
    const http = await openHttp();
    expect(await send(http, "styles", { text: "" })).toMatchObject({
      status: 422,
      json: { code: "file-empty" },
    });
    expect(await send(http, "styles", { text: "a;b\n1;2", token: null })).toMatchObject({
      status: 401,
    });
  });
});
