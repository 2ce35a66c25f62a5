import { describe, expect, it } from "vitest";
import { readPdf } from "../../paper/support/read-pdf.ts";
import { openCatalogue } from "../catalogue/catalogue-http.ts";
import { TOKEN } from "../support/open-http.ts";

const PDF = "/operators/badges.pdf";
const token = { token: TOKEN };

describe("GET /api/v1/operators/badges.pdf", () => {
  it("[V14] needs the admin token", async () => {
    const http = await openCatalogue({ isEmpty: true });
    expect((await http.get(PDF)).status).toBe(401);
    expect((await http.get(PDF, { token: "wrong" })).status).toBe(401);
  });

  it("[V5] prints everybody's badge, or those asked for", async () => {
    const http = await openCatalogue({ isEmpty: true });
    expect(await http.get(PDF, token)).toMatchObject({
      status: 404,
      json: { code: "badges-none" },
    });
    await http.must(http.post("/operators", { id: "fleur", pseudonym: "Fleur", badge: 412 }));
    await http.must(http.post("/operators", { id: "lune", pseudonym: "Lune", badge: 413 }));
    const namesOn = async (url: string): Promise<string[]> => {
      const answer = await http.get(url, token);
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
      return (await readPdf(answer.bytes)).textOf(0).match(/Fleur|Lune/g) ?? [];
    };
    expect(await namesOn(PDF)).toEqual(["Fleur", "Lune"]);
    expect(await namesOn(`${PDF}?ids=lune`)).toEqual(["Lune"]);
    expect(await http.get(`${PDF}?ids=lune,soleil`, token)).toMatchObject({
      status: 404,
      json: { code: "operator-unknown", path: "/ids" },
    });
  });
});
