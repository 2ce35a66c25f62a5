import { fieldOf } from "./same.ts";

/** The names of all entries of all lists in a value, in their order: while they stay, a pointer into it stays right. */
export function namesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => [nameOf(entry), namesIn(entry)]);
  if (typeof value !== "object" || value === null) return null;
  return Object.entries(value)
    .filter(([, field]) => typeof field === "object")
    .map(([name, field]) => [name, namesIn(field)]);
}

function nameOf(entry: unknown): unknown {
  return fieldOf(entry, "id") ?? fieldOf(entry, "code") ?? null;
}
