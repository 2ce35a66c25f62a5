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
export function personFieldsIn(schema: unknown): string[] {
  const found: string[] = [];
  collect(schema, "", found);
  return found;
}

function collect(schema: unknown, path: string, found: string[]): void {
  if (typeof schema !== "object" || schema === null) return;
  if (Reflect.get(schema, MARK) === true) found.push(path);
  for (const [key, value] of Object.entries(schema)) {
    collect(value, key === "properties" ? path : path === "" ? key : `${path}.${key}`, found);
  }
}
