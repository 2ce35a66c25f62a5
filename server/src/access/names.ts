/** A name as it is compared: whoever signs in need not mind case, accents or spaces. */
export function nameKeyOf(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
