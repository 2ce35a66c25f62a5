import { Type } from "@fastify/type-provider-typebox";
import {
  type OwnData,
  type OwnExport,
  type PersonRequest,
  REQUEST_ANSWERS,
  REQUEST_KINDS,
  REQUEST_SUBJECTS,
  REQUEST_WORDS_MAX,
} from "@trame/shared";
import { OperatorSchema, personal } from "@trame/shared/schemas";
import { At, answering, TextOrNull, WordsSchema } from "../floor/card-schemas.ts";

const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);
const AtOrNull = Type.Union([At, Type.Null()]);

/** One of some words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return Type.Unsafe<Word>(Type.Union(words.map((word) => Type.Literal(word))));
}

/** What is written beside a request, or its answer. */
export const WordsOrNull = Type.Union([
  Type.String({ minLength: 1, maxLength: REQUEST_WORDS_MAX }),
  Type.Null(),
]);

export const RequestSchema = Type.Object({
  n: Type.Integer(),
  kind: oneOf(REQUEST_KINDS),
  about: oneOf(REQUEST_SUBJECTS),
  words: personal(TextOrNull),
  at: At,
  answer: Type.Union([oneOf(REQUEST_ANSWERS), Type.Null()]),
  answerWords: personal(TextOrNull),
  answeredAt: AtOrNull,
});

/** How somebody is getting on, by operation. */
export const ProgressSchema = Type.Array(
  Type.Object({
    label: WordsSchema,
    daysWorked: Type.Integer({ description: "Of the days that are kept" }),
    first: { ...NumberOrNull, description: "Pieces an hour in their own first three days" },
    latest: { ...NumberOrNull, description: "In their latest three" },
    ratio: { ...NumberOrNull, description: "latest / first; null before six days" },
  }),
);

const { badge: _, ...sheet } = OperatorSchema.properties;

const own = {
  at: At,
  person: Type.Object({
    ...sheet,
    badgeCode: personal(Type.String()),
    hasPin: personal(Type.Boolean()),
    hasName: personal(Type.Boolean({ description: "A civil name is kept, sealed" })),
  }),
  presences: personal(
    Type.Array(
      Type.Object({
        stationId: Type.String(),
        from: At,
        to: AtOrNull,
        isWithoutPin: Type.Boolean({ description: "Badged in offline: the PIN was not asked" }),
      }),
    ),
  ),
  plans: personal(
    Type.Array(Type.Object({ day: Type.String(), stationId: TextOrNull }), {
      description: "Where they were wanted; null: away",
    }),
  ),
  stations: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  acts: personal(Type.Integer({ description: "What they did that can still be led back to them" })),
  looks: personal(
    Type.Array(
      Type.Object({
        what: Type.String(),
        by: oneOf(["self", "account", "token", "key", "station"]),
        name: TextOrNull,
        isOfAll: Type.Boolean({ description: "A list of everybody was opened" }),
        at: At,
      }),
      { description: "Who looked at their data in the last year, the latest first" },
    ),
  ),
  requests: Type.Array(RequestSchema),
  progress: personal(
    Type.Union([ProgressSchema, Type.Null()], { description: "null in the mode `team`" }),
  ),
  mode: oneOf(["team", "own", "accompanied"]),
  assignmentsDays: Type.Integer(),
};

export const OwnDataSchema = answering<OwnData>(Type.Object(own));

export const OwnExportSchema = answering<OwnExport>(
  Type.Object({
    ...own,
    workshop: Type.String(),
    didActs: personal(
      Type.Array(
        Type.Object({
          at: At,
          kind: Type.String(),
          stationId: TextOrNull,
          isUndone: Type.Boolean(),
          isRefused: Type.Boolean(),
          said: Type.Record(Type.String(), Type.Unknown()),
        }),
      ),
    ),
  }),
);

export const OwnRequest = answering<PersonRequest>(RequestSchema);
