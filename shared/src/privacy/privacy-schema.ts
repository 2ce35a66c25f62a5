import Type from "typebox";
import { strict } from "../orders/fields.ts";
import { CONSULTED_BODIES, PRIVACY_MODES, RETENTION_LIMITS, type Retention } from "./privacy.ts";

const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "Such as 2026-11-23" });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** What a workshop sets in `PRIVACY_SETTING`: `PrivacySetting`. */
export const PrivacySchema = Type.Object(
  {
    mode: Type.Enum([...PRIVACY_MODES], {
      description:
        "Who is told what somebody made: nobody, that person, that person and one supervisor",
    }),
    since: orNull(Day),
    reason: orNull(Type.String({ maxLength: 1_000 })),
    consultation: orNull(
      Type.Object({ body: orNull(Type.Enum([...CONSULTED_BODIES])), date: Day }, strict),
    ),
    supervisorId: orNull(Type.String({ minLength: 1, maxLength: 64 })),
    stationFigures: Type.Boolean({ description: "false: figures per operation, none per station" }),
    operationMinutes: Type.Boolean({
      description:
        "false: attended minutes and efficiency per line and day; of an order, style, operation, size or colour where 4 people were counted",
    }),
    myDay: Type.Boolean({
      description: "Whether a station tells its people their own pieces of the day",
    }),
    retention: Type.Object(
      {
        samplesDays: within("samplesDays"),
        assignmentsDays: within("assignmentsDays"),
        aggregatesYears: within("aggregatesYears"),
      },
      strict,
    ),
  },
  strict,
);

function within(key: keyof Retention) {
  const { least, most } = RETENTION_LIMITS[key];
  return Type.Integer({ minimum: least, maximum: most });
}
