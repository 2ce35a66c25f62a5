import { describe, expect, it } from "vitest";
import { exampleOf, type ImportKind } from "../../../server/src/imports/examples.ts";
import { type Existing, readImport } from "../../../server/src/imports/import-file.ts";
import { readTable } from "../../../server/src/imports/read-table.ts";

const NOTHING: Existing = { styles: [], routings: [], orders: [], operators: [] };

/** Reads a file as lines of CSV; nothing is wrong with what it brings unless a test says so. */
async function importOf(
  kind: ImportKind,
  text: string,
  {
    existing = NOTHING,
    check = [],
  }: {
    readonly existing?: Existing;
    readonly check?: Awaited<ReturnType<Parameters<typeof readImport>[2]["check"]>>;
  } = {},
) {
  const read = await readImport(kind, await readTable(new TextEncoder().encode(text)), {
    readExisting: async () => existing,
    check: async () => check,
  });
  if (!read.ok) throw new Error(read.fault);
  return read.file;
}

async function faultsOf(kind: ImportKind, text: string) {
  const { faults } = await importOf(kind, text);
  return faults.map(({ row, column, code }) => `${row} ${column} ${code}`);
}

function never(): never {
  throw new Error("nothing was read");
}

describe("an imported file", () => {
  it.each(["styles", "routings", "orders", "operators"] as const)(
    "[I9] of %s can be the example as it is",
    async (kind) => {
      const { faults, ignored, preview } = await importOf(kind, exampleOf(kind));
      expect({ faults, ignored }).toEqual({ faults: [], ignored: [] });
      expect(preview.every(({ becomes }) => becomes === "new")).toBe(true);
    },
  );

  it("[I3] has its columns in any order, in French or English, and says what it ignores", async () => {
    const { batch, ignored } = await importOf(
      "styles",
      "Colors,Remarque,SIZES,Style ID,Name\nBlue,vu,S,MASK,Mask\n",
    );
    expect(batch.styles).toEqual([
      { id: "MASK", name: "Mask", sizes: ["S"], colours: [{ name: "Blue", pattern: "rising" }] },
    ]);
    expect(ignored).toEqual(["Remarque"]);
  });

  it("[I3] without a column that it needs is refused with those that were found", async () => {
    const { faults } = await importOf("styles", "Modèle;Coloris;Coloris\nMASK;Bleu;Vert\n");
    expect(faults).toEqual([
      { row: 1, column: "Coloris", value: "Coloris", code: "column-twice" },
      {
        row: 1,
        column: "Tailles",
        value: "",
        code: "column-missing",
        blanks: { name: "Tailles", found: "Modèle, Coloris, Coloris" },
      },
    ]);
  });

  it("[I4] may write days as people and spreadsheets do", async () => {
    const rows = ["18/12/2026", "18.12.26", "2026-12-18", "46374"].map(
      (day, at) => `C-${at};Ville;${day};POLO;S;Bleu;10`,
    );
    const head = "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité";
    const { batch } = await importOf("orders", [head, ...rows].join("\n"));
    expect(new Set(batch.orders?.map(({ dueOn }) => dueOn))).toEqual(new Set(["2026-12-18"]));
    expect(await faultsOf("orders", `${head}\nC-1;Ville;31/02/2026;POLO;S;Bleu;10`)).toEqual([
      "2 Livraison cell-not-day",
    ]);
  });

  it("[I5] makes one style of several rows, each colour with a pattern of its own", async () => {
    const { batch } = await importOf(
      "styles",
      "Modèle;Taille;Coloris\nPOLO;6 ans;Blanc\nPOLO;8 ans;Noir\nPOLO;8 ans;Bleu, Rouge\n",
    );
    expect(batch.styles).toEqual([
      {
        id: "POLO",
        name: "POLO",
        sizes: ["6 ans", "8 ans"],
        colours: [
          { name: "Blanc", pattern: "empty" },
          { name: "Noir", pattern: "solid" },
          { name: "Bleu", pattern: "rising" },
          { name: "Rouge", pattern: "crossed" },
        ],
      },
    ]);
  });

  it("[I6] reads a routing as a sequence without « Après », and as a graph with it", async () => {
    const sequence = await importOf(
      "routings",
      "Modèle;Code;Libellé;Temps (cmn)\nM;10;Plis;74\nM;20;Biais;76,5\n",
    );
    expect(sequence.batch.routings?.[0]?.operations).toMatchObject([
      { code: "10", after: [], standardMinutes: 0.74, countedBy: "machine" },
      { code: "20", after: ["10"], standardMinutes: 0.765 },
    ]);
    const graph = await importOf(
      "routings",
      "Modèle;Code;Libellé;Temps;Après;Élément;Assemble;Compté par\nM;10;Dos;0,5;;Dos;;\nM;20;Manche;0,4;;Manche gauche;;\nM;30;Montage;1,1;10, 20;;Dos, manche gauche;scan\n",
    );
    expect(graph.batch.routings).toMatchObject([
      {
        parts: [
          { code: "dos", label: { fr: "Dos" } },
          { code: "manche-gauche", label: { fr: "Manche gauche" } },
        ],
        operations: [
          { code: "10", after: [], part: "dos" },
          { code: "20", after: [], part: "manche-gauche" },
          { code: "30", after: ["10", "20"], joins: ["dos", "manche-gauche"], countedBy: "scan" },
        ],
      },
    ]);
  });

  it("[I7] makes one order of the rows with the same reference, which must agree", async () => {
    const head = "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité;Kits;Par kit";
    const kit = await importOf(
      "orders",
      `${head}\nC;Ville;18/12/2026;POLO;S;Bleu;300;100;3\nC;Ville;18/12/2026;SWEAT;S;Gris;200;100;2\n`,
    );
    expect(kit.batch.orders).toMatchObject([
      {
        reference: "C",
        kit: { quantity: 100 },
        styles: [
          { styleId: "POLO", perKit: 3, quantities: [{ size: "S", colour: "Bleu", pieces: 300 }] },
          { styleId: "SWEAT", perKit: 2, quantities: [{ size: "S", colour: "Gris", pieces: 200 }] },
        ],
      },
    ]);
    const rows = "C;Ville;18/12/2026;POLO;S;Bleu;300;;\nC;Autre;19/12/2026;POLO;M;Bleu;0;;\n";
    expect(await faultsOf("orders", `${head}\n${rows}`)).toEqual([
      "3 Client row-contradicts",
      "3 Livraison row-contradicts",
      "3 Quantité cell-not-whole",
    ]);
  });

  it("[I8] takes people by their pseudonym, with skills and the way they want their station", async () => {
    const { batch } = await importOf(
      "operators",
      "Pseudonyme;Badge;Compétences;Mode simple;Rythme\nFleur de lys;412;Plis:3, Ourlet : 2;oui;0,8\n",
    );
    expect(batch.operators).toEqual([
      {
        id: "fleur-de-lys",
        pseudonym: "Fleur de lys",
        badge: 412,
        skills: [
          { operation: "Plis", level: 3 },
          { operation: "Ourlet", level: 2 },
        ],
        mode: { simple: true },
        pace: 0.8,
      },
    ]);
    expect(
      await faultsOf("operators", "Pseudonyme;Badge;Compétences;Son\n;x;Plis;peut-être\n"),
    ).toEqual([
      "2 Pseudonyme cell-empty",
      "2 Badge cell-not-number",
      "2 Compétences cell-not-skill",
      "2 Son cell-not-yes",
    ]);
  });

  it("[I10] shows what is new, what changes and what stays, and writes only the first two", async () => {
    const swatch = "#1f3a6e";
    const existing: Existing = {
      ...NOTHING,
      styles: [
        { id: "A", name: "A", sizes: ["S"], colours: [{ name: "Bleu", pattern: "grid", swatch }] },
        { id: "B", name: "B", sizes: ["S"], colours: [{ name: "Bleu", pattern: "grid", swatch }] },
      ],
    };
    const text = "Modèle;Tailles;Coloris\nA;S;Bleu\nB;S, M;Bleu\nC;S;Bleu\n";
    const { preview, batch } = await importOf("styles", text, { existing });
    expect(preview.map(({ name, becomes }) => `${name} ${becomes}`)).toEqual([
      "A same",
      "B changed",
      "C new",
    ]);
    expect(batch.styles).toMatchObject([
      { id: "B", sizes: ["S", "M"], colours: [{ name: "Bleu", pattern: "grid", swatch }] },
      { id: "C" },
    ]);
  });

  it("[I10] changes no order that is there already", async () => {
    const text =
      "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité\nC-1;Ville;18/12/2026;POLO;S;Bleu;10\n";
    const { batch } = await importOf("orders", text);
    const order = batch.orders?.[0];
    if (order === undefined) throw new Error("nothing was read");
    const styles = order.styles.map((style) => ({ ...style, routingVersion: 1 }));
    const existing: Existing = { ...NOTHING, orders: [{ ...order, id: "2026-7", styles }] };
    const again = await importOf("orders", text, { existing });
    expect(again.preview).toEqual([{ row: 2, name: "C-1", becomes: "same" }]);
    const other = await importOf("orders", text.replace("10\n", "12\n"), { existing });
    expect(other.faults.map(({ code }) => code)).toEqual(["order-there"]);
  });

  it("[I10] makes no second order of one that is called by its number, as screens do", async () => {
    const text =
      "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité\n2026-7;Ville;18/12/2026;POLO;S;Bleu;10\n";
    const { reference: _, ...order } =
      (await importOf("orders", text)).batch.orders?.[0] ?? never();
    const styles = order.styles.map((style) => ({ ...style, routingVersion: 1 }));
    const existing: Existing = { ...NOTHING, orders: [{ ...order, id: "2026-7", styles }] };
    const again = await importOf("orders", text, { existing });
    expect(again.preview).toEqual([{ row: 2, name: "2026-7", becomes: "same" }]);
    const other = await importOf("orders", text.replace("10\n", "12\n"), { existing });
    expect(other.faults.map(({ code }) => code)).toEqual(["order-there"]);
  });

  it("[I14] may name a style as screens do; a name that several bear stays as it is written", async () => {
    const style = { sizes: ["S"], colours: [{ name: "Bleu", pattern: "rising" as const }] };
    const styles = [
      { ...style, id: "TABLIER", name: "Tablier bistrot" },
      { ...style, id: "A", name: "Blouse" },
      { ...style, id: "B", name: "Blouse" },
    ];
    const head = "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité";
    const rows = ["Tablier bistrot", "tablier", "TABLIER", "Blouse"].map(
      (name, at) => `C-${at};Ville;18/12/2026;${name};S;Bleu;10`,
    );
    const text = [head, ...rows].join("\n");
    const { batch, faults } = await importOf("orders", text, { existing: { ...NOTHING, styles } });
    expect(faults).toEqual([]);
    expect(batch.orders?.flatMap((order) => order.styles.map(({ styleId }) => styleId))).toEqual([
      ...["TABLIER", "TABLIER", "TABLIER", "Blouse"],
    ]);
  });

  it("[I7] says of a cell that can't be read only that, and not that the rows below contradict it", async () => {
    const head = "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité";
    const rows = ["31/02/2026", "18/12/2026", "19/12/2026"].map(
      (day, at) => `C-1;Ville;${day};POLO;${["S", "M", "L"][at]};Bleu;10`,
    );
    expect(await faultsOf("orders", [head, ...rows].join("\n"))).toEqual([
      "2 Livraison cell-not-day",
      "4 Livraison row-contradicts",
    ]);
  });

  it("[I10] shows at its cell what the catalogue has against a thing", async () => {
    const text =
      "Commande;Client;Livraison;Modèle;Taille;Coloris;Quantité\nC-1;Ville;18/12/2026;POLO;S;Bleu;10\nC-1;Ville;18/12/2026;POLO;XXL;Bleu;10\n";
    const check = [{ code: "size-unknown" as const, path: "/orders/0/styles/0/quantities/1/size" }];
    const { faults } = await importOf("orders", text, { check });
    expect(faults).toEqual([{ row: 3, column: "Taille", value: "XXL", code: "size-unknown" }]);
  });

  it("[I6] asks for the unit of a time that could be a hundredfold", async () => {
    expect(await faultsOf("routings", "Modèle;Code;Libellé;Temps\nM;10;Plis;42\n")).toEqual([
      "2 Temps minutes-unit-missing",
    ]);
  });
});
