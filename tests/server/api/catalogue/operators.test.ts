import { formatBadge } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { openCatalogue } from "./catalogue-http.ts";

describe("operators", () => {
  it("[O21] somebody new gets an id and a badge that was nobody's; a changed entry keeps them", async () => {
    const http = await openCatalogue({ isEmpty: true });
    const add = async (body: object) => (await http.post("/operators", body)).json;

    expect(await add({ pseudonym: "Fleur", pictogram: "flower", badge: 412 })).toEqual({
      id: "P412",
      pseudonym: "Fleur",
      pictogram: "flower",
      badge: 412,
      badgeCode: formatBadge(412),
    });
    expect(await add({ id: "op-2", pseudonym: "Soleil" })).toMatchObject({ badge: 413 });
    const changed = await http.put("/operators/op-2", {
      pseudonym: "Lune",
      mode: { simple: true },
    });

    expect(changed.json).toMatchObject({ id: "op-2", pseudonym: "Lune", badge: 413 });
    const { operators } = await http.must<{ operators: { id: string }[] }>(
      http.get("/operators", { token: TOKEN }),
    );
    expect(operators.map(({ id }) => id)).toEqual(["P412", "op-2"]);
  });

  it("[O21] a lost badge is replaced by a number that no badge ever had", async () => {
    const http = await openCatalogue({ isEmpty: true });
    await http.must(http.post("/operators", { id: "op-1", pseudonym: "Fleur" }));

    const renewed = await http.post("/operators/op-1/badge");
    await http.must(http.put("/operators/op-1", { pseudonym: "Fleur", badge: 1 }));
    const next = await http.post("/operators", { pseudonym: "Soleil" });

    expect(renewed.json).toMatchObject({ id: "op-1", badge: 2, badgeCode: formatBadge(2) });
    expect(next.json).toMatchObject({ badge: 3 });
    expect(await http.post("/operators/op-9/badge")).toMatchObject({
      status: 404,
      json: { code: "operator-unknown" },
    });
  });

  it("[O21] two people share neither an id nor a badge, and no pictogram is drawn that is not there", async () => {
    const http = await openCatalogue({ isEmpty: true });
    await http.must(http.post("/operators", { id: "op-1", pseudonym: "Fleur", badge: 7 }));

    expect(await http.post("/operators", { id: "op-1", pseudonym: "Autre" })).toMatchObject({
      status: 409,
      json: { code: "operator-taken", path: "/id" },
    });
    const twin = { id: "op-2", pseudonym: "Autre", badge: 7, pictogram: "unicorn" };
    expect(await http.put("/operators/op-2", twin)).toMatchObject({
      status: 422,
      json: {
        code: "operator-invalid",
        faults: [
          { code: "pictogram-unknown", path: "/pictogram" },
          { code: "badge-taken", path: "/badge" },
        ],
      },
    });
  });

  it("[A2] who works here is told to nobody without the admin token", async () => {
    const http = await openCatalogue({ isEmpty: true });

    expect(await http.get("/operators")).toMatchObject({ status: 401 });
  });
});
