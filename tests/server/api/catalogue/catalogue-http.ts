/** The HTTP side with styles and routings in it, and short words for what people ask of it. */
import type { Operation, Order, Style } from "@trame/shared";
import { type Answer, openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";

export interface CatalogueHttp extends TestHttp {
  post(url: string, body?: object): Promise<Answer>;
  put(url: string, body: object): Promise<Answer>;
  patch(url: string, body: object): Promise<Answer>;
  /** Takes what must be taken; throws what the server says otherwise. */
  must<Json>(answer: Promise<Answer>): Promise<Json>;
}

export const MASK: Style = {
  id: "MASQUE",
  name: "Masque lavable",
  sizes: ["S", "M"],
  colours: [
    { name: "Bleu", swatch: "#1f3a6e", pattern: "rising" },
    { name: "Écru", pattern: "empty" },
  ],
};

export function operation(code: string, fields: Partial<Operation> = {}): Operation {
  return {
    code,
    label: { fr: `Opération ${code}` },
    machine: "Piqueuse plate",
    standardMinutes: 0.42,
    after: [],
    countedBy: "scan",
    ...fields,
  };
}

/** Two operations, one after the other. */
export const MASK_ROUTING = {
  styleId: "MASQUE",
  parts: [],
  operations: [operation("10"), operation("20", { after: ["10"] })],
};

/** An order as it is sent: 100 masks in each of two sizes. */
export const MASK_ORDER = {
  customer: "Ville de Lons",
  dueOn: "2026-12-18",
  styles: [
    {
      styleId: "MASQUE",
      quantities: [
        { size: "S", colour: "Bleu", pieces: 100 },
        { size: "M", colour: "Bleu", pieces: 100 },
      ],
    },
  ],
};

export type OrderJson = Order & { id: string; givenAt: number; closedAt: number | null };

/** Opens the server; with the mask and its routing unless asked otherwise. */
export async function openCatalogue({ isEmpty = false } = {}): Promise<CatalogueHttp> {
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  const send = (method: "POST" | "PUT" | "PATCH") => (url: string, body?: object) =>
    http.ask(method, `/api/v1${url}`, { token: TOKEN, ...(body !== undefined && { body }) });
  const catalogue: CatalogueHttp = {
    ...http,
    get: (url, options) => http.get(`/api/v1${url}`, options),
    post: send("POST"),
    put: send("PUT"),
    patch: send("PATCH"),
    async must<Json>(answer: Promise<Answer>) {
      const { status, json, text } = await answer;
      if (status !== 200) throw new Error(text);
      return json as Json;
    },
  };
  if (isEmpty) return catalogue;
  await catalogue.must(catalogue.put("/styles/MASQUE", MASK));
  await catalogue.must(catalogue.post("/routings", MASK_ROUTING));
  return catalogue;
}
