/** Refusals about cartons and what is learnt of orders, and the HTTP status that goes with each. */
export const ORDERS_DESK_STATUS = {
  "carton-unknown": 404,
  "cartons-none": 404,
  "style-absent": 404,
  "minutes-busy": 503,
  "carton-nothing-left": 409,
  "carton-too-many": 409,
  "carton-kits-short": 409,
  "carton-of-kits": 409,
  "carton-of-pieces": 409,
  "carton-opened": 409,
  "carton-key-taken": 409,
  "kits-in-cartons": 409,
  "pack-order-closed": 409,
  "carton-empty": 422,
  "carton-invalid": 422,
} as const;

export type OrdersDeskCode = keyof typeof ORDERS_DESK_STATUS;
