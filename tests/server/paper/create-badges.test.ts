import { describe, expect, it } from "vitest";
import type { Badge } from "../../../server/src/paper/badge.ts";
import { createBadges } from "../../../server/src/paper/create-badges.ts";
import { PERSON_PICTOGRAMS } from "../../../shared/src/floor/pictograms.ts";
import { badgeToQr } from "../../../shared/src/tickets/badge.ts";
import { inkIn, readPdf } from "./support/read-pdf.ts";

/** Where the picture of the first badge stands. */
const PICTURE = { x: 19.4 + 42.6, y: 13.55 + 7, width: 13, height: 13 };

function badge(over: Partial<Badge> = {}): Badge {
  return { badge: 412, pseudonym: "Fleur", pictogram: "flower", ...over };
}

function print(badges: readonly Badge[]) {
  return createBadges({ badges, language: "fr" }).then(readPdf);
}

describe("badges as PDF", () => {
  it("[V5] ten badges go on an A4 sheet, and each QR code is read at 150 dpi", async () => {
    const badges = Array.from({ length: 11 }, (_, index) => badge({ badge: 99_989 + index }));
    const pdf = await print(badges);
    expect([pdf.pages, pdf.sizeOf(0)]).toEqual([2, [210, 297]]);
    const codes = [...(await pdf.codesOf(0, 150)), ...(await pdf.codesOf(1, 150))];
    expect(codes.map(({ text }) => text)).toEqual(badges.map((each) => badgeToQr(each.badge)));
  });

  it("[V5] a badge says the pseudonym and its code", async () => {
    const text = (await print([badge({ pseudonym: "Petite Étoile" })])).textOf(0);
    for (const words of ["Petite", "Étoile", "P-412-F"]) expect(text).toContain(words);
  });

  it("[V5] every picture of a person is drawn, and they are all different", async () => {
    const looks = new Set<string>();
    for (const pictogram of PERSON_PICTOGRAMS) {
      const picture = await (await print([badge({ pictogram })])).render(0);
      const cells = Array.from({ length: 169 }, (_, cell) => {
        const x = PICTURE.x + (cell % 13);
        const y = PICTURE.y + Math.floor(cell / 13);
        return Math.round(inkIn(picture, { x, y, width: 1, height: 1 }) * 9);
      });
      expect(inkIn(picture, PICTURE)).toBeGreaterThan(0.05);
      looks.add(cells.join(""));
    }
    expect(looks.size).toBe(PERSON_PICTOGRAMS.length);
  });

  it("[V5] without a picture, or with one that nobody knows, there is none", async () => {
    for (const pictogram of [null, "unicorn", "constructor"]) {
      const pdf = await print([badge({ pictogram, pseudonym: "Lin" })]);
      expect(inkIn(await pdf.render(0), { ...PICTURE, height: 8 })).toBe(0);
    }
  });

  it("[V7] the longest pseudonym stays on its badge, clear of its neighbours", async () => {
    const pdf = await print([badge({ pseudonym: "W".repeat(120) }), badge()]);
    const picture = await pdf.render(0);
    const margin = { x: 19.4 + 82, y: 13.55 + 1, width: 3, height: 50 };
    expect(inkIn(picture, margin)).toBe(0);
    expect(await pdf.codesOf(0)).toHaveLength(2);
  });

  it("[V9] the same badges give the same bytes", async () => {
    const [first, again] = await Promise.all(
      [1, 2].map(() => createBadges({ badges: [badge()], language: "fr" })),
    );
    expect(Buffer.from(first!).equals(again!)).toBe(true);
  });
});
