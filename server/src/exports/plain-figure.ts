/** Sums of decimals end in digits that nobody measured: a second of a minute is 0.017. */
const DIGITS = 6;

/** A figure for programs: a decimal point, no exponent, at most six decimals. */
export function plainFigure(value: number): string {
  const [whole = "0", decimals = ""] = value.toFixed(DIGITS).split(".");
  const kept = decimals.replace(/0+$/, "");
  const figure = kept === "" ? whole : `${whole}.${kept}`;
  return figure === "-0" ? "0" : figure;
}
