import type { Language } from "@trame/shared";
import type { CartonsRead } from "../store/orders-desk/orders-desk-reads.ts";
import type { CartonLine, CartonsJob } from "./carton.ts";

/** Which cartons are printed, and how. */
export interface CartonsAsked {
  readonly orderId: string;
  readonly form: CartonsJob["form"];
  /** null: all that are closed. */
  readonly number: number | null;
  readonly language: Language;
}

/** Closed cartons as the store has them, as they are to be printed; an opened one is on no paper. */
export function cartonsJobOf(
  { customer, reference, stock, cartons }: CartonsRead,
  asked: CartonsAsked,
  nameOf: (styleId: string) => string,
): CartonsJob {
  const { orderId: id, form, number, language } = asked;
  const printed = cartons.filter(
    (carton) => carton.openedAt === null && (number === null || carton.number === number),
  );
  return {
    ...{ form, language },
    order: { id, customer, reference },
    unit: stock.kind,
    cartons: printed.map(({ number: own, content: { kits, pieces } }) => ({
      number: own,
      lines: [
        ...kits.map(({ size, kits: amount }): CartonLine => {
          return { style: null, size, colour: null, amount };
        }),
        ...pieces.map(({ styleId, size, colour, pieces: amount }) => {
          return { style: nameOf(styleId), size, colour, amount };
        }),
      ],
    })),
  };
}
