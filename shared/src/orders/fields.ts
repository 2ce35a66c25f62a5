import Type from "typebox";

/** Fields that styles, routings, orders and cuttings have in common. */
export const strict = { additionalProperties: false };
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9._:-]+$" });
export const Label = Type.String({ minLength: 1, maxLength: 120 });
/** As printed in big on a ticket: `XL`, `38`, `12 ans`. */
export const SizeName = Type.String({ minLength: 1, maxLength: 12 });
/** As printed beside its pattern: `Bleu marine`. */
export const ColourName = Type.String({ minLength: 1, maxLength: 40 });
export const Pieces = Type.Integer({ minimum: 1, maximum: 10_000_000 });
