import { describe, expect, it } from "vitest";
import { MASK, MASK_ORDER, MASK_ROUTING, openCatalogue, operation } from "./catalogue-http.ts";

describe("styles", () => {
  it("[O13] a style is made and replaced whole, and read as it was sent", async () => {
    const http = await openCatalogue({ isEmpty: true });

    expect(await http.put("/styles/MASQUE", MASK)).toMatchObject({ status: 200, json: MASK });
    const renamed = { ...MASK, name: "Masque enfant" };
    const { id: _, ...withoutId } = renamed;
    await http.must(http.put("/styles/MASQUE", withoutId));

    expect((await http.get("/styles")).json).toEqual({ styles: [renamed] });
  });

  it("[O13] a style of the wrong shape is refused with every fault, its place and its sentence", async () => {
    const http = await openCatalogue({ isEmpty: true });
    const body = { name: "", sizes: [], colours: [{ name: "Bleu", pattern: "stripes" }] };

    expect(await http.put("/styles/MASQUE", body)).toMatchObject({
      status: 422,
      json: {
        code: "style-invalid",
        message: "Le modèle n’est pas pris\u00a0: il y a 3\u00a0points à corriger.",
        faults: [
          { code: "text-too-short", path: "/name" },
          { code: "list-too-short", path: "/sizes" },
          { code: "value-not-among", path: "/colours/0/pattern" },
        ],
      },
    });
    expect((await http.get("/styles")).json).toEqual({ styles: [] });
  });

  it("[O13] a style that makes no sense is refused, in English when asked", async () => {
    const http = await openCatalogue({ isEmpty: true });
    const body = { ...MASK, id: "AUTRE", photo: "0".repeat(64) };

    expect((await http.put("/styles/MASQUE", body)).json).toMatchObject({
      faults: [{ code: "id-mismatch", path: "/id" }],
    });
    expect((await http.put("/styles/AUTRE", { ...body, sizes: ["S", "s "] })).json).toMatchObject({
      faults: [
        {
          code: "size-duplicate",
          message: "Cette taille est déjà dans la liste\u00a0: chacune une fois.",
          path: "/sizes/1",
        },
        { code: "photo-unknown", path: "/photo" },
      ],
    });
  });

  it("[O23] a size or colour that an open order counts on stays until the order is closed", async () => {
    const http = await openCatalogue();
    await http.must(http.post("/orders", MASK_ORDER));
    const smaller = { ...MASK, sizes: ["S"], colours: MASK.colours.slice(1) };

    expect(await http.put("/styles/MASQUE", smaller)).toMatchObject({
      status: 422,
      json: {
        faults: [
          {
            code: "size-in-use",
            message:
              "La taille «\u00a0M\u00a0» est commandée dans l’ordre 2026-1\u00a0: gardez-la, ou clôturez l’ordre d’abord.",
            path: "/sizes",
          },
          { code: "colour-in-use", path: "/colours" },
        ],
      },
    });
    await http.must(http.patch("/orders/2026-1", { state: "closed" }));
    expect(await http.put("/styles/MASQUE", smaller)).toMatchObject({ status: 200 });
  });
});

describe("routings", () => {
  it("[O24] each change is the next version; sent again unchanged it adds none", async () => {
    const http = await openCatalogue();
    const changed = {
      ...MASK_ROUTING,
      operations: [...MASK_ROUTING.operations, operation("30", { after: ["20"] })],
    };

    const first = { ...MASK_ROUTING, version: 1 };
    expect((await http.post("/routings", MASK_ROUTING)).json).toEqual(first);
    expect((await http.post("/routings", changed)).json).toEqual({ ...changed, version: 2 });
    const back = (await http.post("/routings", MASK_ROUTING)).json;
    expect(back).toEqual({ ...MASK_ROUTING, version: 3 });

    expect((await http.get("/routings?styleId=MASQUE")).json).toEqual({
      routings: [first, { ...changed, version: 2 }, back],
    });
    expect((await http.get("/routings?styleId=POLO")).json).toEqual({ routings: [] });
    expect((await http.get("/routings")).json).toEqual(
      (await http.get("/routings?styleId=MASQUE")).json,
    );
  });

  it("[O13] a routing is refused for an unknown style, picture or photo, and for what its graph lacks", async () => {
    const http = await openCatalogue();
    const body = {
      styleId: "POLO",
      parts: [],
      operations: [
        operation("10", { after: ["20"], picture: { pictogram: "unicorn" } }),
        operation("20", { after: ["10"], picture: { photo: "0".repeat(64) } }),
      ],
    };

    expect(await http.post("/routings", body)).toMatchObject({
      status: 422,
      json: {
        code: "routing-invalid",
        faults: [
          { code: "style-unknown", path: "/styleId" },
          { code: "cycle", path: "/operations/0" },
          { code: "cycle", path: "/operations/1" },
          { code: "pictogram-unknown", path: "/operations/0/picture/pictogram" },
          { code: "photo-unknown", path: "/operations/1/picture/photo" },
        ],
      },
    });
  });
});
