/** What a word about a stop is about: one station, a whole line, or the workshop (a power cut). */
export type StopScope =
  | { readonly stationId: string }
  | { readonly lineId: string }
  | { readonly workshop: true };
