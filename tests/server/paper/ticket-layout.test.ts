import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelsOf, type Ticket } from "../../../server/src/paper/ticket.ts";
import { A4_TICKET, drawA4Ticket } from "../../../server/src/paper/ticket-a4.ts";
import { drawLabelTicket, LABEL } from "../../../server/src/paper/ticket-label.ts";
import { createRecordingPen, isWithin, type Mark, overlap } from "./support/recording-pen.ts";
import { longest, operations, ticket } from "./support/ticket-builder.ts";

const FORMATS = [
  { format: "a4", draw: drawA4Ticket, size: A4_TICKET },
  { format: "label", draw: drawLabelTicket, size: LABEL },
] as const;

const letters = [..."aéMWÇiğ1l -jp"];
const label = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 120 });
const upTo = (length: number) => label.map((text) => text.slice(0, length));
const number = fc.integer({ min: 1, max: 99_999 });

const anyTicket: fc.Arbitrary<Ticket> = fc
  .record({
    kind: fc.record({
      style: label,
      part: fc.option(label),
      operations: fc.oneof(
        fc.integer({ min: 0, max: 30 }).map(operations),
        fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,8}$/), { maxLength: 15 }),
      ),
    }),
    number,
    size: upTo(12),
    pieces: fc.integer({ min: 1, max: 10_000_000 }),
    colour: fc.record({ name: upTo(40), pattern: fc.constantFrom("solid", "grid") }),
    shade: fc.integer({ min: 1, max: 9_999 }),
    place: fc.record({ bundle: number, of: number }),
    isDuplicate: fc.boolean(),
  })
  .map((over) => ticket(over as Partial<Ticket>));

describe.each(FORMATS)("the layout of a ticket ($format)", ({ draw, size }) => {
  const orders = [
    { id: "2026-118", number: 118 },
    { id: "2026-99999", number: 99_999 },
  ];

  function marksOf(drawn: Ticket, order = orders[0]!, language: "fr" | "en" = "fr"): Mark[][] {
    return labelsOf(drawn).map((each) => {
      const { pen, marks } = createRecordingPen();
      draw(pen, each, { order, language });
      return [...marks];
    });
  }

  function faultsOf(marks: readonly Mark[]): string[] {
    const texts = marks.filter(({ kind }) => kind === "text");
    const others = marks.filter(({ kind }) => kind !== "text");
    const paper = { x: 2.5, y: 2.5, width: size.width - 5, height: size.height - 5 };
    return [
      ...marks.filter((mark) => !isWithin(mark, paper)).map(({ what }) => `${what} is outside`),
      ...texts.filter((text) => text.size < 8).map(({ what }) => `${what} is too small`),
      ...texts.flatMap((a, index) =>
        texts.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.what} on ${b.what}`] : [])),
      ),
      ...texts.flatMap((text) =>
        others
          .filter((box) => overlap(text, box) && !isWithin(text, box))
          .map(({ kind }) => `${text.what} crosses a ${kind}`),
      ),
    ];
  }

  it("[V7] as long as texts may be, none overlaps another, leaves the paper or is below 8 points", () => {
    for (const order of orders) {
      for (const language of ["fr", "en"] as const) {
        expect(marksOf(longest(), order, language).flatMap(faultsOf)).toEqual([]);
      }
    }
  });

  it("[V7] whatever is printed, no text overlaps another, leaves the paper or is below 8 points", () => {
    fc.assert(
      fc.property(anyTicket, fc.constantFrom(...orders), (drawn, order) => {
        expect(marksOf(drawn, order).flatMap(faultsOf)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("[V7] texts that do overlap are found", () => {
    const { pen, marks } = createRecordingPen();
    pen.line("Bleu", { weight: "bold", size: 12 }, { x: 20, y: 20 });
    pen.line("Noir", { weight: "bold", size: 12 }, { x: 25, y: 21 });
    pen.line("Vert", { weight: "bold", size: 6 }, { x: 200, y: 40 });
    expect(faultsOf(marks)).toEqual(["Vert is outside", "Vert is too small", "Bleu on Noir"]);
  });

  it("[V3] each operation has a frame of its own with its code in it", () => {
    const codes = operations(12);
    const [marks = []] = marksOf(
      ticket({ kind: { style: "Polo", part: null, operations: codes } }),
    );
    const frames = marks.filter(({ kind, x }) => kind === "frame" && x !== 0);
    const held = frames.map((frame) =>
      marks.filter((mark) => mark.kind === "text" && isWithin(mark, frame)).map(({ what }) => what),
    );
    expect(held.filter((texts) => texts.length > 0)).toEqual(codes.map((code) => [code]));
  });
});
