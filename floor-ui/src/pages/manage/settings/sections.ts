/** Sections of the settings in their order; each is an address under `/manage/settings`. */
export const SECTIONS = [
  "workshop",
  "hours",
  "lines",
  "counters",
  "causes",
  "defects",
  "limits",
] as const;

export type SectionName = (typeof SECTIONS)[number];
