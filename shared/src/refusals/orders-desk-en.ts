import type { OrdersDeskCode } from "./orders-desk-codes.ts";

/** Why a carton is not made or not opened, and what to do. */
export const ordersDeskEn = {
  "carton-unknown": "Order {id} has no carton no. {number}: look it up in the list of cartons.",
  "cartons-none": "Order {id} has no carton yet: make one first.",
  "style-absent": "There is no style “{id}”: look it up in the list.",
  "minutes-busy": "Too many computations of minutes wait already: try again in a minute.",
  "carton-nothing-left":
    "Nothing of what you put into this carton is complete outside cartons: wait for the next ones.",
  "carton-too-many":
    "Only {left|complete piece is|complete pieces are} left outside cartons in {what}: put in fewer, or wait for the next ones.",
  "carton-kits-short":
    "Only {left|complete kit is|complete kits are} left outside cartons of what was asked for: put in fewer, or wait for the next ones.",
  "carton-of-kits": "Order {id} is made of kits: put kits into the carton, not pieces.",
  "carton-of-pieces": "Order {id} has no kits: put pieces into the carton, by size and colour.",
  "carton-opened": "Carton no. {number} was opened again already.",
  "carton-key-taken": "This key was used for a carton with another content: draw a new one.",
  "kits-in-cartons":
    "Of these kits, {kits|is in a carton already|are in cartons already}: open the cartons first.",
  "pack-order-closed": "Order {id} is closed: open it again before making or opening a carton.",
  "carton-empty": "This carton is empty: put at least one piece or one kit into it.",
  "carton-invalid": "The carton is not made: {count|thing|things} to mend.",
} as const satisfies Record<OrdersDeskCode, string>;
