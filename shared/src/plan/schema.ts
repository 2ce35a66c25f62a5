import Type, { type Static } from "typebox";

const Id = Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9._:-]+$" });
/** Levels of the signs of an id: with `tele/` before and `/SENSOR` behind, as deep as the broker lets a topic be. */
const Topic = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: "^[A-Za-z0-9._:-]+(?:/[A-Za-z0-9._:-]+){0,13}$",
});
const Label = Type.String({ minLength: 1, maxLength: 120 });
/** As clocks show it: `08:00`. */
export const TimeOfDay = Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" });
const strict = { additionalProperties: false };

const Pause = Type.Object({ from: TimeOfDay, to: TimeOfDay }, strict);

/** 1 = Monday … 7 = Sunday. */
export const Weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  minItems: 1,
  maxItems: 7,
});

const ShiftPattern = Type.Object(
  {
    /** The days on which the shift begins. */
    days: Weekdays,
    from: TimeOfDay,
    /** Not after `from`: the shift ends the next day. */
    to: TimeOfDay,
    breaks: Type.Optional(Type.Array(Pause, { maxItems: 20 })),
  },
  strict,
);

const DaySchema = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** A day that is not worked as its weekday is: other shifts, or none. */
const ExceptionSchema = Type.Object(
  {
    day: DaySchema,
    label: Type.Optional(Label),
    /** The shifts of that day; empty: nobody works. */
    shifts: Type.Array(
      Type.Object(
        {
          from: TimeOfDay,
          /** Not after `from`: the shift ends the next day. */
          to: TimeOfDay,
          breaks: Type.Optional(Type.Array(Pause, { maxItems: 20 })),
        },
        strict,
      ),
      { maxItems: 20 },
    ),
  },
  strict,
);

/** Shifts by weekday, public holidays, and the days that are neither. */
export const CalendarSchema = Type.Object(
  {
    shifts: Type.Array(ShiftPattern, { maxItems: 50 }),
    /** Public holidays on which nobody works: of France, or with the two days more of Alsace-Moselle; none when not given. */
    holidays: Type.Optional(Type.Union([Type.Literal("FR"), Type.Literal("FR-ALS")])),
    /** Stronger than weekdays and holidays. */
    exceptions: Type.Optional(Type.Array(ExceptionSchema, { maxItems: 1_000 })),
  },
  strict,
);

/** When a station of an operation is said to wait, and when a stop is long enough to ask for its cause. */
const ThresholdSchema = Type.Object(
  {
    /** Code or label, as stations name it. */
    operation: Label,
    /** Without a piece for so long a station waits; working minutes. */
    waitMinutes: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_440 })),
    /** A stop as long asks for its cause; working minutes, 5 when not given. */
    explainMinutes: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_440 })),
  },
  strict,
);

const StationSchema = Type.Object(
  {
    id: Id,
    name: Label,
    operation: Label,
    /** Codes or labels of other operations that are done here too, as the routings name them. */
    operations: Type.Optional(Type.Array(Label, { maxItems: 50 })),
    /** Minutes allowed for one piece of the operation. */
    standardMinutes: Type.Number({ exclusiveMinimum: 0, maximum: 1_000 }),
    device: Type.Optional(Id),
    /** Channel of a counter with several, `C1` when not given. */
    counter: Type.Optional(Type.String({ pattern: "^C[1-8]$" })),
    /** Stitches below which no piece is complete; 40 when not given. */
    minStitches: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    /** Thread trims that complete a piece; 4 when not given. */
    trimsPerPiece: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
    /** Where it stands on the supervisor's floor, from 1. */
    row: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    column: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  strict,
);

const LineSchema = Type.Object(
  {
    id: Id,
    name: Label,
    /** Whole pieces for a working day. */
    target: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    /** Operators of the line, a decimal; 0 when not given. */
    operators: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
    stations: Type.Array(StationSchema, { maxItems: 2_000 }),
  },
  strict,
);

const DeviceSchema = Type.Object(
  {
    id: Id,
    /** Never given back; a device sent without one keeps its own. */
    secret: Type.Optional(Type.String({ minLength: 8, maxLength: 256 })),
    make: Type.Optional(Type.Union([Type.Literal("trame"), Type.Literal("tasmota")])),
    /** Topic of a Tasmota counter; its id when not given. */
    topic: Type.Optional(Topic),
    /** How often the counter reports, ms; 1 000 for ours, 10 000 for other makes when not given. */
    reportEveryMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 3_600_000 })),
    /** How often a counter of ours speaks when nothing happens, ms; 15 000 when not given. */
    heartbeatMs: Type.Optional(Type.Integer({ minimum: 1_000, maximum: 3_600_000 })),
  },
  strict,
);

/** The plan as it is sent: workshop, calendar, lines with their stations, devices. */
export const PlanSchema = Type.Object(
  {
    workshop: Type.Object({ name: Label, timeZone: Type.String({ maxLength: 64 }) }, strict),
    calendar: CalendarSchema,
    lines: Type.Array(LineSchema, { maxItems: 500 }),
    devices: Type.Array(DeviceSchema, { maxItems: 2_000 }),
    thresholds: Type.Optional(Type.Array(ThresholdSchema, { maxItems: 500 })),
  },
  strict,
);

export type Plan = Static<typeof PlanSchema>;
export type Calendar = Static<typeof CalendarSchema>;
export type CalendarException = Static<typeof ExceptionSchema>;
export type PlanThreshold = Static<typeof ThresholdSchema>;
export type PlanLine = Static<typeof LineSchema>;
export type PlanStation = Static<typeof StationSchema>;
export type PlanDevice = Static<typeof DeviceSchema>;
