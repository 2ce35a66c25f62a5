import type { OperationPictogram } from "@trame/shared";

/** A pictogram in two weights: what is worked on, pale, and what is done to it, heavy. Paths in a field of 48 by 34. */
export interface OperationDrawing {
  readonly pale: string;
  readonly heavy: string;
  /** Filled in full. */
  readonly solid?: string;
}

const MASK = "M10 6h28a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z";
const SHIRT = "M18 3 11 5 3 12l5 6 4-3v16h24V15l4 3 5-6-8-7-7-2c-1 5-11 5-12 0z";
const CLOTH = "M5 4h38v26H5z";

export const operationDrawings: Readonly<Record<OperationPictogram, OperationDrawing>> = {
  cut: {
    pale: "M4 9V4h40v5M4 25v5h40v-5",
    heavy:
      "M19 14.5 42 26M19 19.5 42 8M18 11.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM18 22.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0z",
  },
  pleat: {
    pale: `${MASK}M8 13h32M8 21h32M8 9c-9 0-9 16 0 16M40 9c9 0 9 16 0 16`,
    heavy: "M13 13h22M13 21h22",
  },
  overlock: {
    pale: "M4 3h40v17H4z",
    heavy: "M5 20l4.75 11 4.75-11 4.75 11L24 20l4.75 11 4.75-11 4.75 11L43 20",
  },
  topstitch: {
    pale: CLOTH,
    heavy: "M11 10h5M21 10h6M32 10h5M37 14v6M37 24h-5M27 24h-6M16 24h-5M11 20v-6",
  },
  elastic: {
    pale: `${MASK}M14 13h20M14 21h20`,
    heavy: "M9 9c-9 1-9 15 0 16M39 9c9 1 9 15 0 16",
  },
  tie: {
    pale: `${MASK}M14 17h20`,
    heavy: "M8 8C5 8 3 6 3 2M8 26c-3 0-5 2-5 6M40 8c3 0 5-2 5-6M40 26c3 0 5 2 5 6",
  },
  label: {
    pale: "M3 6c9 0 12 6 21 6s12-6 21-6v26H3z",
    heavy: "M18 12v11h12V12",
    solid: "M18 12h12v11H18z",
  },
  press: {
    pale: "M3 31h42",
    heavy: "M5 25h37l-4-13H20C11 12 5 17 5 25zM15 4h15c5 0 7 3 8 8",
  },
  inspect: {
    pale: "M4 4h40M4 30h14M4 4v26M44 4v12",
    heavy: "M36 17a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM34 24l9 8M23 17l3 3 5-6",
  },
  fold: {
    pale: "M8 12h32v19H8z",
    heavy: "M13 25h22M13 19h22M37 10C34 3 23 2 18 8M18 3v5.5h6",
  },
  pack: {
    pale: "M5 16h38v15H5zM5 16l6-6M43 16l-6-6M19 16v5h10v-5",
    heavy: "M24 2v12M17 8l7 7 7-7",
  },
  collar: {
    pale: "M15 7 9 9l-6 7v15h42V16l-6-7-6-2M24 14v17",
    heavy: "M15 3 24 13 18 20 11 8zM33 3 24 13l6 7 7-12z",
  },
  sleeve: {
    pale: "M18 3c1 5 11 5 12 0M12 15v16h24V15",
    heavy: "M18 3 11 5 3 12l5 6 6-5M30 3l7 2 8 7-5 6-6-5",
  },
  side: {
    pale: "M18 3 11 5 3 12l5 6 4-3M36 15l4 3 5-6-8-7-7-2c-1 5-11 5-12 0M12 31h24",
    heavy: "M12 15v15M36 15v15",
  },
  hem: {
    pale: "M18 3 11 5 3 12l5 6 4-3v10M36 25V15l4 3 5-6-8-7-7-2c-1 5-11 5-12 0",
    heavy: "M12 31h24M13 25h4M22 25h4M31 25h4",
  },
  buttonhole: {
    pale: CLOTH,
    heavy:
      "M13 17h22M12 12v10M36 12v10M17 12v1M22 12v1M27 12v1M32 12v1M17 21v1M22 21v1M27 21v1M32 21v1",
  },
  button: {
    pale: "M4 4h7M4 4v26h7M44 4h-7M44 4v26h-7",
    heavy:
      "M36 17a12 12 0 1 1-24 0 12 12 0 0 1 24 0zM20.5 13.5v.2M27.5 13.5v.2M20.5 20.5v.2M27.5 20.5v.2",
  },
  pocket: {
    pale: SHIRT,
    heavy: "M25 15h8v7l-4 3-4-3z",
  },
  zip: {
    pale: "M4 3h14v28H4zM30 3h14v28H30z",
    heavy: "M20 6h3M25 10h3M20 14h3M25 18h3M24 22v9M21 25h6v6h-6z",
  },
  quilt: {
    pale: CLOTH,
    heavy: "M9 12l5-5 20 20M9 22 24 7l15 15-5 5M14 27 34 7l5 5M9 12l15 15 15-15M9 22l5 5",
  },
};
