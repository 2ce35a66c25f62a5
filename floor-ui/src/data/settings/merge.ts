import { fieldOf, isSame } from "./same.ts";

/** Three states of one thing: as it was read, as a person changed it here, and as somebody else left it meanwhile. */
export interface ThreeWays<Value> {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

/** What names an entry of a list. */
const NAMES = ["id", "code", "operation", "day"] as const;

/**
 * What a person changed, done over again on what somebody else saved meanwhile: whatever only one of the two touched is as
 * they left it, and where both touched the same it is as this person wants it, who sees it before it is sent ([SE5]).
 * Entries of lists are known by their id, code, operation or day; another list is one thing.
 */
export function mergeChanges<Value>({ base, mine, theirs }: ThreeWays<Value>): Value {
  return merge({ base, mine, theirs }) as Value;
}

function merge({ base, mine, theirs }: ThreeWays<unknown>): unknown {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(theirs, mine)) return mine;
  const isList = [base, mine, theirs].map(Array.isArray);
  if (isList.every(Boolean)) return mergeLists({ base, mine, theirs } as ThreeWays<unknown[]>);
  if (isList.some(Boolean) || ![base, mine, theirs].every(isRecord)) return mine;
  return mergeRecords({ base, mine, theirs });
}

function mergeRecords({ base, mine, theirs }: ThreeWays<unknown>): unknown {
  const fields = new Set([...Object.keys(Object(theirs)), ...Object.keys(Object(mine))]);
  const merged = [...fields].map((field) => {
    const value = merge({
      base: fieldOf(base, field),
      mine: fieldOf(mine, field),
      theirs: fieldOf(theirs, field),
    });
    return [field, value] as const;
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** In this person's order; what somebody else added stands at the end, what either took away is gone. */
function mergeLists({ base, mine, theirs }: ThreeWays<unknown[]>): unknown {
  const name = NAMES.find((each) => [base, mine, theirs].every((list) => isNamedBy(list, each)));
  if (name === undefined) return mine;
  const entriesOf = (list: readonly unknown[]): Entries =>
    new Map(list.map((entry) => [fieldOf(entry, name), entry]));
  const [wasAt, mineAt, theirsAt] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
  const order = isSameOrder(base, mine, name)
    ? [...theirsAt.keys(), ...mineAt.keys()]
    : [...mineAt.keys(), ...theirsAt.keys()];
  return [...new Set(order)]
    .map((key) => {
      const ways = { base: wasAt.get(key), mine: mineAt.get(key), theirs: theirsAt.get(key) };
      return merge(ways);
    })
    .filter((entry) => entry !== undefined);
}

type Entries = ReadonlyMap<unknown, unknown>;

function isSameOrder(base: unknown[], mine: unknown[], name: string): boolean {
  const kept = new Set(mine.map((entry) => fieldOf(entry, name)));
  const before = base.map((entry) => fieldOf(entry, name)).filter((key) => kept.has(key));
  const known = new Set(before);
  return isSame(
    before,
    [...kept].filter((key) => known.has(key)),
  );
}

function isNamedBy(list: readonly unknown[], name: string): boolean {
  const keys = list.map((entry) => fieldOf(entry, name));
  return keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length;
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
