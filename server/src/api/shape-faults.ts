import type { RefusalCode } from "@trame/shared";
import type { Refusal } from "./refuse.ts";
import { choicesAround, isNotNull, isThingOrNull, possibleValues } from "./shape-choices.ts";

/** What of a schema's error is read; TypeBox and Ajv speak alike. */
export interface ShapeError {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: unknown;
}

const NOT_OF_TYPE: Readonly<Record<string, RefusalCode>> = {
  string: "value-not-text",
  number: "value-not-number",
  integer: "value-not-whole",
  array: "value-not-list",
  object: "value-not-object",
};

const OUT_OF_BOUNDS: Readonly<Record<string, RefusalCode>> = {
  minLength: "text-too-short",
  maxLength: "text-too-long",
  minimum: "number-too-small",
  maximum: "number-too-large",
  exclusiveMinimum: "number-not-above",
  minItems: "list-too-short",
  maxItems: "list-too-long",
};

/** What people write in percent. */
const TOO_LARGE: Readonly<Record<string, RefusalCode>> = {
  efficiency: "ratio-too-large",
  leastFirstPass: "ratio-too-large",
};

/** A pattern's sentence follows from what the field, or the list that it is in, is called. */
const MALFORMED: Readonly<Record<string, RefusalCode>> = {
  id: "id-malformed",
  device: "id-malformed",
  from: "time-malformed",
  to: "time-malformed",
  counter: "counter-malformed",
  topic: "topic-malformed",
  styleId: "id-malformed",
  photo: "id-malformed",
  pictogram: "id-malformed",
  lines: "id-malformed",
  stationId: "id-malformed",
  lineId: "id-malformed",
  orderId: "id-malformed",
  cause: "id-malformed",
  key: "key-malformed",
  day: "date-malformed",
  dueOn: "date-malformed",
  swatch: "swatch-malformed",
  code: "code-malformed",
  after: "code-malformed",
  part: "code-malformed",
  joins: "code-malformed",
};

/** What is wrong with the shape of what was sent, each fault once, with a pointer to its place. */
export function shapeFaultsOf(errors: readonly ShapeError[]): Refusal[] {
  const faults = errors
    .filter((error) => !isEchoed(error, errors))
    .flatMap((error) => faultsOf(error, errors));
  const byPlace = new Map(faults.map((fault) => [`${fault.code} ${fault.path}`, fault]));
  return [...byPlace.values()];
}

function faultsOf(error: ShapeError, all: readonly ShapeError[]): Refusal[] {
  const { keyword, instancePath, params } = error;
  const { type, limit, requiredProperties, additionalProperties } = paramsOf(params);
  const child = (code: RefusalCode) => (name: string) => ({
    code,
    path: `${instancePath}/${escapePointer(name)}`,
    blanks: { name },
  });
  const field = instancePath.split("/").findLast((name) => !/^\d+$/.test(name)) ?? "";
  const bound = (keyword === "maximum" && TOO_LARGE[field]) || OUT_OF_BOUNDS[keyword];
  if (bound !== undefined) return [{ code: bound, path: instancePath, blanks: { limit } }];
  switch (keyword) {
    case "required":
      return requiredProperties.map(child("value-missing"));
    case "additionalProperties":
      return additionalProperties.map(child("value-unknown"));
    case "type":
      return [{ code: NOT_OF_TYPE[type] ?? "value-not-allowed", path: instancePath }];
    case "pattern":
      return [{ code: MALFORMED[field] ?? "text-malformed", path: instancePath }];
    default: {
      const values = possibleValues(error, all);
      if (values === null) return [{ code: "value-not-allowed", path: instancePath }];
      return [{ code: "value-not-among", path: instancePath, blanks: { values } }];
    }
  }
}

/**
 * An unknown field is told twice, and a choice once for each of its members: only what helps is kept. Of a choice
 * between a thing and null that is what is wrong with the thing; of another the bound that was missed (a code too
 * short), or else that the value is none of it.
 */
function isEchoed(error: ShapeError, all: readonly ShapeError[]): boolean {
  if (error.keyword === "boolean") return true;
  const around = choicesAround(error);
  const last = around.at(-1);
  if (last !== undefined && isThingOrNull(last, all) && isNotNull(error)) return true;
  if (around.some((choice) => !isThingOrNull(choice, all))) return !isBound(error);
  if (error.keyword !== "anyOf") return false;
  if (isThingOrNull(error.schemaPath, all)) return true;
  return all.some((other) => isAt(other, error) && isOfChoice(other) && isBound(other));
}

function isAt(error: ShapeError, { instancePath }: ShapeError): boolean {
  return error.instancePath === instancePath;
}

function isOfChoice({ schemaPath }: ShapeError): boolean {
  return /\/anyOf\/\d+/.test(schemaPath);
}

function isBound({ keyword }: ShapeError): boolean {
  return OUT_OF_BOUNDS[keyword] !== undefined;
}

function paramsOf(params: unknown) {
  const known = Object(params);
  return {
    type: String(known.type ?? ""),
    limit: Number(known.limit ?? 0),
    requiredProperties: textsOf(known.requiredProperties),
    additionalProperties: textsOf(known.additionalProperties),
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
