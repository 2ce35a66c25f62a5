import { formatCode, parseCode, type TicketCode } from "@trame/shared";

/** Every sign that a hand or a scanner may put in the place of another. */
const SIGNS = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-–/. &é\"'(è_çà)"];

/** Each text with one sign replaced. A blank for the first sign is none: blanks around a code are no signs ([G5]). */
export function withOneWrongSign(text: string): string[] {
  return [...text].flatMap((sign, place) =>
    SIGNS.filter((other) => other !== sign && !(place === 0 && other === " ")).map(
      (other) => text.slice(0, place) + other + text.slice(place + 1),
    ),
  );
}

export function withNeighboursSwapped(text: string): string[] {
  return [...text.slice(1)].map((sign, place) =>
    [text.slice(0, place), sign, text[place], text.slice(place + 2)].join(""),
  );
}

/** Each text with one of its hyphens (or its X) moved to any other place. */
export function withSlippedHyphen(text: string): string[] {
  return [...text].flatMap((sign, place) => {
    if (sign !== "-" && sign !== "X") return [];
    const rest = text.slice(0, place) + text.slice(place + 1);
    return [...rest, ""].map((_, to) => rest.slice(0, to) + sign + rest.slice(to));
  });
}

export function placesOf(text: string): number[] {
  return [...text].map((_, place) => place);
}

export function withSignMissing(text: string, place: number): string {
  return text.slice(0, place) + text.slice(place + 1);
}

export function withSignDoubled(text: string, place: number): string {
  return text.slice(0, place) + text.charAt(place) + text.slice(place);
}

/** Those of the texts that are read as another code than was meant. */
export function misread(texts: readonly string[], meant: TicketCode): string[] {
  return texts.filter((text) => {
    const read = parseCode(text);
    return read.ok && formatCode(read) !== formatCode(meant);
  });
}

/** Short and long numbers, round ones, repeated digits, and those about a change of length. */
export function someCodes(): TicketCode[] {
  const orders = [1, 2, 6, 9, 10, 11, 66, 98, 99, 100, 101, 118, 666, 999, 1000, 1811, 99_999];
  const bundles = [...Array.from({ length: 21 }, (_, index) => index + 1), 60, 66, 99, 100, 117];
  return orders.flatMap((order) => bundles.map((bundle) => ({ order, bundle })));
}
