import Type, { type Static } from "typebox";
import { Id, Label, strict } from "../orders/fields.ts";
import { personal } from "../people/person-field.ts";
import { TimeOfDay, Weekdays } from "../plan/schema.ts";

/** How a person wants the station to be; what is not given is off. */
export const OperatorModeSchema = Type.Object(
  {
    simple: Type.Optional(Type.Boolean()),
    contrast: Type.Optional(Type.Boolean()),
    largeText: Type.Optional(Type.Boolean()),
    sound: Type.Optional(Type.Boolean()),
    speech: Type.Optional(Type.Boolean()),
    oneSwitch: Type.Optional(Type.Boolean()),
    leftHanded: Type.Optional(Type.Boolean()),
  },
  strict,
);

/** Who works at stations: a pseudonym and a badge, never a name. */
export const OperatorSchema = Type.Object(
  {
    id: personal(Id),
    /** As the station greets: `Fleur`. */
    pseudonym: personal(Label),
    /** Pictogram beside the pseudonym. */
    pictogram: Type.Optional(personal(Id)),
    /** Number on the badge; given by the server when not sent. */
    badge: Type.Optional(personal(Type.Integer({ minimum: 1, maximum: 99_999 }))),
    skills: Type.Optional(
      personal(
        Type.Array(
          Type.Object(
            {
              /** Label or code of the operation. */
              operation: Label,
              /** 1 learning, 2 with help, 3 alone, 4 can teach. */
              level: Type.Integer({ minimum: 1, maximum: 4 }),
            },
            strict,
          ),
          { maxItems: 200 },
        ),
      ),
    ),
    mode: Type.Optional(personal(OperatorModeSchema)),
    /** Own pace: standard minutes are divided by it in what is planned; 1 when not given. A setting, not a deficit. */
    pace: Type.Optional(personal(Type.Number({ exclusiveMinimum: 0, maximum: 2 }))),
    /** Part time: the hours in which the person works, within those of the workshop; all of them when not given. */
    pattern: Type.Optional(
      personal(
        Type.Array(
          Type.Object(
            {
              /** Working days: a night shift is that of the day on which it begins. */
              days: Weekdays,
              from: TimeOfDay,
              /** Not after `from`: the next day's. */
              to: TimeOfDay,
            },
            strict,
          ),
          { minItems: 1, maxItems: 20 },
        ),
      ),
    ),
  },
  strict,
);

export type Operator = Static<typeof OperatorSchema>;
export type WorkPattern = NonNullable<Operator["pattern"]>;
