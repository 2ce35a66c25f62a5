import { describe, expect, it } from "vitest";
import { readPdf } from "../../paper/support/read-pdf.ts";
import { type CatalogueHttp, MASK_ORDER, openCatalogue } from "../catalogue/catalogue-http.ts";
import type { Answer } from "../support/open-http.ts";

const LOT = { size: "S", colour: "Bleu", shade: 3, pieces: 100 };
const CUTTING = { styleId: "MASQUE", bundleSize: 40, lots: [LOT] };
const PDF = "/orders/2026-118/tickets.pdf";

async function openOrder(): Promise<CatalogueHttp> {
  const http = await openCatalogue();
  await http.must(http.post("/orders", { ...MASK_ORDER, number: 118 }));
  return http;
}

/** An order cut into bundles 1, 2 and 3. */
async function openCut(): Promise<CatalogueHttp> {
  const http = await openOrder();
  await http.must(http.post("/orders/2026-118/cuttings", CUTTING));
  return http;
}

async function textsOf(answer: Answer): Promise<string[]> {
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
  const pdf = await readPdf(answer.bytes);
  return Array.from({ length: pdf.pages }, (_, page) => pdf.textOf(page).replaceAll(/\s+/g, " "));
}

async function codeOf(http: CatalogueHttp, number: number): Promise<string> {
  const [text = ""] = await textsOf(await http.get(`${PDF}?format=label&bundles=${number}`));
  return /118-\d+-[A-Y]/.exec(text)?.[0] ?? "";
}

describe("GET /api/v1/orders/{id}/tickets.pdf", () => {
  it("[V13] prints the valid tickets of an order, without a token", async () => {
    const http = await openCut();
    const answer = await http.get(`${PDF}?format=label`);
    const texts = await textsOf(answer);
    expect(texts.map((text) => /Paquet \d+ \/ \d+/.exec(text)?.[0])).toEqual([
      "Paquet 1 / 3",
      "Paquet 2 / 3",
      "Paquet 3 / 3",
    ]);
    expect(texts[2]).toContain("Quantité 20 Bleu Bain 3");
    expect(texts[0]).toMatch(/118-1-[A-Y] 10 20$/);
    expect(answer.headers["content-disposition"]).toContain("tickets-2026-118.pdf");
  });

  it("[V13] prints those asked for by number or range", async () => {
    const http = await openCut();
    const printed = async (bundles: string): Promise<(string | undefined)[]> => {
      const texts = await textsOf(await http.get(`${PDF}?format=label&bundles=${bundles}`));
      return texts.map((text) => /Paquet (\d+)/.exec(text)?.[1]);
    };
    expect(await printed("2")).toEqual(["2"]);
    expect(await printed("3,1,3")).toEqual(["1", "3"]);
    expect(await printed("2-3,1")).toEqual(["1", "2", "3"]);
    expect((await http.get(`${PDF}?bundles=2;3`)).status).toBe(422);
  });

  it("[V13] refuses an order that is unknown or has no bundle, and a number that is no ticket", async () => {
    const http = await openOrder();
    expect(await http.get("/orders/2026-7/tickets.pdf")).toMatchObject({
      status: 404,
      json: { code: "order-unknown" },
    });
    expect(await http.get(PDF)).toMatchObject({
      status: 404,
      json: {
        code: "tickets-none",
        message:
          "Aucun paquet à imprimer dans l’ordre 2026-118\u00a0: coupez-le d’abord en paquets.",
      },
    });
    await http.must(http.post("/orders/2026-118/cuttings", CUTTING));
    expect(await http.get(`${PDF}?bundles=1,99`)).toMatchObject({
      status: 404,
      json: { code: "ticket-unknown", path: "/bundles" },
    });
  });

  it("[V13] a replaced or void ticket is not printed again, and is refused when asked for", async () => {
    const http = await openCut();
    await http.must(http.post(`/bundles/${await codeOf(http, 1)}/reprint`));
    await http.must(http.post(`/bundles/${await codeOf(http, 2)}/void`));
    const texts = await textsOf(await http.get(`${PDF}?format=label`));
    expect(texts.map((text) => /118-(\d+)-/.exec(text)?.[1])).toEqual(["3", "4"]);
    for (const number of [1, 2]) {
      expect(await http.get(`${PDF}?bundles=${number}`)).toMatchObject({
        status: 409,
        json: { code: "ticket-ended", path: "/bundles" },
      });
    }
  });

  it("[V12] a reprinted ticket says « Duplicata », a new code and the same place", async () => {
    const http = await openCut();
    await http.must(http.post(`/bundles/${await codeOf(http, 1)}/reprint`));
    const [text] = await textsOf(await http.get(`${PDF}?format=label&bundles=4`));
    expect(text).toContain("Duplicata");
    expect(text).toContain("Paquet 1 / 3");
    expect(text).toMatch(/118-4-[A-Y]/);
    const [other] = await textsOf(await http.get(`${PDF}?format=label&bundles=2`));
    expect(other).not.toContain("Duplicata");
  });

  it("[V11] speaks the language asked for, by parameter or by header", async () => {
    const http = await openCut();
    for (const answer of [
      await http.get(`${PDF}?lang=en`),
      await http.get(PDF, { language: "en" }),
      await http.get(`${PDF}?lang=en`, { language: "fr" }),
    ]) {
      expect((await textsOf(answer))[0]).toContain("Bundle 1 / 3");
    }
  });

  it("[V15] more than ten thousand labels are refused before anything is drawn", async () => {
    const http = await openOrder();
    const lots = [{ ...LOT, pieces: 100 }];
    await http.must(http.post("/orders/2026-118/cuttings", { ...CUTTING, bundleSize: 1, lots }));
    const many = Array.from({ length: 101 }, () => 1);
    for (const _ of many.slice(1)) {
      await http.must(http.post("/orders/2026-118/cuttings", { ...CUTTING, bundleSize: 1, lots }));
    }
    expect(await http.get(PDF)).toMatchObject({
      status: 422,
      json: { code: "tickets-too-many", path: "/bundles" },
    });
  });

  it("[V10] says so when too many documents wait already", async () => {
    const http = await openCut();
    const answers = await Promise.all(Array.from({ length: 9 }, () => http.get(PDF)));
    expect(answers.map(({ status }) => status)).toEqual([...Array(8).fill(200), 503]);
    expect(answers.at(-1)?.json).toMatchObject({ code: "paper-busy" });
  });
});
