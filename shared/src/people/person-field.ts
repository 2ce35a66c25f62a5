/** Marks a schema of what belongs to a person: it is written into the schema itself, and so into what documents the interface. */
const MARK = "x-person";

/**
 * Says of a field that it is a person's: who they are, what tells who they are, or what is noted of them ([PD1]). It goes inside
 * `Type.Optional`, whose mark a copy loses.
 */
export function personal<Of extends object>(schema: Of): Of {
  return { ...schema, [MARK]: true };
}

/** Where in a schema, or in what bears schemas, a person's fields are: `people.items.pseudonym`. */
export function personFieldsIn(schema: unknown, path: readonly string[] = []): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = Reflect.get(schema, MARK) === true ? [path.join(".")] : [];
  const within = Object.entries(schema).flatMap(([key, value]) =>
    personFieldsIn(value, key === "properties" ? path : [...path, key]),
  );
  return [...own, ...within];
}
