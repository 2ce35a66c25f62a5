import Type from "typebox";
import { EVENING_KINDS, EXPORT_FORMATS } from "./kinds.ts";

const PATH_LENGTH_MAX = 500;

/** What a workshop sets about the files of each evening. */
export const EveningExportSchema = Type.Object(
  {
    enabled: Type.Boolean(),
    /** An absolute path; may be empty while it is off. */
    folder: Type.String({ maxLength: PATH_LENGTH_MAX }),
    kinds: Type.Array(Type.Union(EVENING_KINDS.map((kind) => Type.Literal(kind))), {
      minItems: 1,
      maxItems: EVENING_KINDS.length,
    }),
    formats: Type.Array(Type.Union(EXPORT_FORMATS.map((format) => Type.Literal(format))), {
      minItems: 1,
      maxItems: EXPORT_FORMATS.length,
    }),
    lang: Type.Union([Type.Literal("fr"), Type.Literal("en")]),
  },
  { additionalProperties: false },
);
