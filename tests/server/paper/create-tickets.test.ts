import { describe, expect, it } from "vitest";
import { createTickets } from "../../../server/src/paper/create-tickets.ts";
import { toQr } from "../../../shared/src/tickets/code.ts";
import { inkIn, readPdf } from "./support/read-pdf.ts";
import { job, longest, MASK, operations, ticket } from "./support/ticket-builder.ts";

const PATTERNS = [
  "empty",
  "solid",
  "rising",
  "falling",
  "crossed",
  "horizontal",
  "vertical",
  "grid",
  "dots",
] as const;

describe("tickets as PDF", () => {
  it("[V1] tickets come out in their order, eight to an A4 sheet", async () => {
    const tickets = Array.from({ length: 17 }, (_, index) => ticket({ number: index + 1 }));
    const pdf = await readPdf(await createTickets(job({ tickets })));
    expect([pdf.pages, pdf.sizeOf(0)]).toEqual([3, [210, 297]]);
    const texts = [];
    for (const page of [0, 1, 2]) {
      texts.push(...(await pdf.codesOf(page)).map(({ text }) => text));
    }
    expect(texts).toEqual(tickets.map(({ number }) => toQr({ order: 118, bundle: number })));
  });

  it("[V1] on labels, each ticket is a page of 62 × 100 mm", async () => {
    const tickets = [ticket({ number: 1 }), ticket({ number: 2 })];
    const pdf = await readPdf(await createTickets(job({ tickets, format: "label" })));
    expect([pdf.pages, pdf.sizeOf(0), pdf.sizeOf(1)]).toEqual([2, [62, 100], [62, 100]]);
    expect((await pdf.codesOf(1)).map(({ text }) => text)).toEqual([
      toQr({ order: 118, bundle: 2 }),
    ]);
  });

  it.each(["a4", "label"] as const)(
    "[V2] a ticket's QR code is 36 mm wide, says the code beside it, and is read at 150 dpi (%s)",
    async (format) => {
      const order = { id: "2026-99999", number: 99_999 };
      for (const number of [1, 10, 117, 99_998, 99_999]) {
        const tickets = [ticket({ number })];
        const pdf = await readPdf(await createTickets(job({ order, tickets, format })));
        const [code] = await pdf.codesOf(0, 150);
        expect(code?.text).toBe(toQr({ order: 99_999, bundle: number }));
        expect(pdf.textOf(0)).toContain(`99999-${number}-${code?.text.at(-1)}`);
        expect(code?.side).toBeCloseTo(36, 0);
        expect(code?.level).toMatch(/^[MQH]$/);
      }
    },
  );

  it.each(["a4", "label"] as const)(
    "[V2] four modules around a QR code are clear, whatever is printed beside it (%s)",
    async (format) => {
      const pdf = await readPdf(await createTickets(job({ tickets: [longest()], format })));
      const picture = await pdf.render(0, 300);
      const clear = (36 / 21) * 4;
      const [code] = await pdf.codesOf(0, 300);
      const { x, y, side } = code ?? { x: 0, y: 0, side: 0 };
      const whole = side + 2 * clear - 0.4;
      const [left, top] = [x - clear + 0.2, y - clear + 0.2];
      const rims = [
        { x: left, y: top, width: whole, height: clear - 0.5 },
        { x: left, y: y + side + 0.3, width: whole, height: clear - 0.5 },
        { x: left, y: top, width: clear - 0.5, height: whole },
        { x: x + side + 0.3, y: top, width: clear - 0.5, height: whole },
      ];
      expect(rims.map((rim) => inkIn(picture, rim))).toEqual([0, 0, 0, 0]);
      expect(inkIn(picture, { x, y, width: side, height: side })).toBeGreaterThan(0.3);
    },
  );

  it("[V3] a ticket has one numbered box for each operation, up to twelve on one label", async () => {
    for (const count of [0, 1, 9, 12]) {
      const kind = { ...MASK, operations: operations(count) };
      const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ kind })] })));
      expect(numbersIn(pdf.textOf(0))).toEqual(operations(count));
      expect(pdf.textOf(0)).not.toContain("Suite");
    }
  });

  it.each(["a4", "label"] as const)(
    "[V3] a thirteenth operation goes on a second label with the same code that says « Suite » (%s)",
    async (format) => {
      const kind = { ...MASK, operations: operations(14) };
      const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ kind })], format })));
      const pages = Array.from({ length: pdf.pages }, (_, page) => page);
      const text = pages.map((page) => pdf.textOf(page)).join("\n");
      expect(numbersIn(text)).toEqual(operations(14));
      expect(text.match(/Suite \d\/\d/g)).toEqual(["Suite 2/2"]);
      const codes = await Promise.all(pages.map((page) => pdf.codesOf(page)));
      expect(codes.flat().map((code) => code.text)).toEqual(["118X117K", "118X117K"]);
    },
  );

  it("[V3] boxes for codes longer than three signs are wider, six on a label", async () => {
    const kind = { ...MASK, operations: ["COUPE", ...operations(6)] };
    const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ kind })] })));
    expect(pdf.textOf(0)).toContain("COUPE");
    expect(pdf.textOf(0)).toContain("Suite 2/2");
  });

  it("[V4] a colour is told by its word and a black pattern, and no two patterns look alike", async () => {
    const looks = new Map<string, string>();
    for (const pattern of PATTERNS) {
      const colour = { name: "Bleu", pattern };
      const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ colour })] })));
      expect(pdf.textOf(0)).toContain("Bleu");
      const picture = await pdf.render(0);
      const cells = Array.from({ length: 64 }, (_, cell) => {
        const [x, y] = [59.8 + 0.8 + (cell % 8) * 0.8, 8.5 + 33.6 + Math.floor(cell / 8) * 0.8];
        return Math.round(inkIn(picture, { x, y, width: 0.8, height: 0.8 }) * 9);
      });
      looks.set(pattern, cells.join(""));
    }
    expect(new Set(looks.values()).size).toBe(PATTERNS.length);
    expect(looks.get("empty")).toMatch(/^0+$/);
    expect(looks.get("solid")).toMatch(/^9+$/);
  });

  it.each(["a4", "label"] as const)(
    "[V6] a ticket is letters and vectors in black on white, without an image (%s)",
    async (format) => {
      const pdf = await readPdf(await createTickets(job({ tickets: [longest()], format })));
      expect([...pdf.objectTypes(0)].toSorted()).toEqual(["path", "text"]);
      expect([...pdf.colours].toSorted()).toEqual(["0 0 0", "1 1 1"]);
    },
  );

  it("[V8] letters of Latin alphabets are printed as they are written, loose accents too", async () => {
    const names = ["Çağla Nguyễn", "Łódź ế ẵ", "Œuvre « à l’ancienne »", "Straße"];
    for (const name of [...names, ...names.map((each) => each.normalize("NFD"))]) {
      const kind = { ...MASK, style: name };
      const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ kind })] })));
      // PDFium sees a line's end after a letter with an accent that hangs low or stands high.
      const text = pdf.textOf(0).replaceAll(/\s/g, "");
      expect(text).toContain(name.normalize("NFC").replaceAll(" ", ""));
    }
  });

  it("[V8] an accent that the fonts lack is left out, any other sign is printed as a question mark", async () => {
    const kind = { ...MASK, style: "Phạm ậ Футболка 2" };
    const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ kind })] })));
    expect(pdf.textOf(0)).toContain("Pham â ???????? 2");
  });

  it("[V9] the same tickets give the same bytes, which bear no date", async () => {
    const first = await createTickets(job());
    expect(Buffer.from(await createTickets(job())).equals(first)).toBe(true);
    expect(
      Buffer.from(await createTickets(job({ tickets: [ticket({ pieces: 51 })] }))).equals(first),
    ).toBe(false);
    expect(Buffer.from(first).toString("latin1")).not.toMatch(/CreationDate|ModDate|CreateDate/);
  });

  it("[V11] a ticket says order, style, part, size, pieces, colour, dye bath, place and code", async () => {
    const kind = { ...MASK, part: "Élastique" };
    const pdf = await readPdf(await createTickets(job({ tickets: [ticket({ kind })] })));
    expect(linesOf(pdf.textOf(0)).join(" ")).toBe(
      "OF 2026-118 Masque lavable Élastique M Quantité 50 Bleu Bain 3 Paquet 117 / 240 118-117-K 10 20 30 40 50 60 70 80 90",
    );
  });

  it("[V11] in English a ticket says the same", async () => {
    const pdf = await readPdf(await createTickets(job({ language: "en" })));
    for (const words of ["Order 2026-118", "Quantity", "Dye lot 3", "Bundle 117 / 240"]) {
      expect(pdf.textOf(0)).toContain(words);
    }
  });

  it.each(["a4", "label"] as const)(
    "[V12] a ticket that replaces another says « Duplicata », and no other does (%s)",
    async (format) => {
      const says = async (isDuplicate: boolean): Promise<boolean> => {
        const bytes = await createTickets(job({ tickets: [ticket({ isDuplicate })], format }));
        return (await readPdf(bytes)).textOf(0).includes("Duplicata");
      };
      expect([await says(true), await says(false)]).toEqual([true, false]);
    },
  );
});

/** The operations of the boxes: whole lines of tens, as PDFium reads them. */
function numbersIn(text: string): string[] {
  return linesOf(text)
    .filter((line) => /^(\d+0 ?)+$/.test(line) && line !== "50")
    .flatMap((line) => line.split(" "));
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
