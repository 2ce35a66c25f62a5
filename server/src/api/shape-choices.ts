import type { ShapeError } from "./shape-faults.ts";

/** So many possible values can be named in a sentence. */
const NAMED_MAX = 12;
const LISTS = {
  fr: new Intl.ListFormat("fr", { type: "disjunction" }),
  en: new Intl.ListFormat("en", { type: "disjunction" }),
};

/** The choices within which an error lies, as the schema's paths name them, the outermost first. */
export function choicesAround({ schemaPath }: ShapeError): string[] {
  return [...schemaPath.matchAll(/\/anyOf\/\d+/g)].map(({ index }) => schemaPath.slice(0, index));
}

/** Whether a choice is between one thing and nothing: what is wrong is then wrong with that thing. */
export function isThingOrNull(choice: string, all: readonly ShapeError[]): boolean {
  const members = membersOf(choice, all);
  return members.size === 2 && [...members.values()].filter(isNull).length === 1;
}

/** Whether an error only says that what was sent is not null. */
export function isNotNull({ keyword, params }: ShapeError): boolean {
  return keyword === "type" && Object(params).type === "null";
}

/** What can be written where one of a few values belongs, as a sentence names them; null where it is something else. */
export function possibleValues(error: ShapeError, all: readonly ShapeError[]) {
  const errors =
    error.keyword === "const" ? [error] : [...membersOf(error.schemaPath, all).values()].flat();
  if (errors.length === 0 || errors.length > NAMED_MAX) return null;
  if (!errors.every((each) => each.keyword === "const" || isNotNull(each))) return null;
  const values = errors.map(({ params }) => JSON.stringify(Object(params).allowedValue ?? null));
  return { fr: LISTS.fr.format(values), en: LISTS.en.format(values) };
}

/** What each member of a choice has against what was sent; a choice that fails is failed by each. */
function membersOf(choice: string, all: readonly ShapeError[]): Map<string, ShapeError[]> {
  const start = `${choice}/anyOf/`;
  const own = all.filter(({ schemaPath }) => schemaPath.startsWith(start));
  return Map.groupBy(own, ({ schemaPath }) => schemaPath.slice(start.length).split("/")[0] ?? "");
}

function isNull(errors: readonly ShapeError[]): boolean {
  return errors.every(isNotNull);
}
