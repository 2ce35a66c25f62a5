/** Pictograms of operations, for somebody who does not read. Names only: screens and tickets draw them. */
export const OPERATION_PICTOGRAMS = [
  "cut",
  "pleat",
  "overlock",
  "topstitch",
  "elastic",
  "tie",
  "label",
  "press",
  "inspect",
  "fold",
  "pack",
  "collar",
  "sleeve",
  "side",
  "hem",
  "buttonhole",
  "button",
  "pocket",
  "zip",
  "quilt",
] as const;

/** Pictograms that stand beside a pseudonym on a badge and at a station. */
export const PERSON_PICTOGRAMS = [
  "flower",
  "sun",
  "star",
  "moon",
  "leaf",
  "heart",
  "fish",
  "bird",
  "tree",
  "house",
  "boat",
  "apple",
  "cat",
  "cloud",
  "umbrella",
  "key",
] as const;

export type OperationPictogram = (typeof OPERATION_PICTOGRAMS)[number];
export type PersonPictogram = (typeof PERSON_PICTOGRAMS)[number];
