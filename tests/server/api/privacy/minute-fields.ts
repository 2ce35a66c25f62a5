/** Where answers have attended minutes or what is made of them, by what the interface says of itself. */
import { EXPORT_KINDS } from "@trame/shared";
import type { FloorHttp } from "../floor/floor-http.ts";
import { TOKEN } from "../support/open-http.ts";
import { DAY } from "./attended-floor.ts";

const MINUTES =
  /^(attended|onStandard|offStandard)Minutes$|^(efficiency|performance|minutesEach|minutesFitted|firstMinutes)$/;
/** Names by which an answer says that it is about less than a line and a day. */
const FINER: readonly string[] = [
  ...["orderId", "order", "styleId", "style", "code", "operation", "size", "colour"],
  ...["stationId", "station", "hour"],
];

export interface Answered {
  readonly path: string;
  readonly text: string;
  /** null for what is no JSON. */
  readonly json: unknown;
}

/** Whether a schema has a field of attended minutes, or of what is made of them. */
function hasMinutes(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  return Object.entries(schema).some(([key, value]) => MINUTES.test(key) || hasMinutes(value));
}

type Paths = Record<string, Record<string, { readonly responses: unknown }>>;

/** Every address that can be read, and those whose answers have such fields. */
async function readable(floor: FloorHttp): Promise<{ all: string[]; withMinutes: string[] }> {
  const { json } = await floor.get("/api/openapi.json");
  const { paths } = json as { paths: Paths };
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    methods["get"] === undefined ? [] : [{ path, responses: methods["get"].responses }],
  );
  return {
    all: all.map(({ path }) => path),
    withMinutes: all.filter(({ responses }) => hasMinutes(responses)).map(({ path }) => path),
  };
}

/** Addresses as they are asked: of the day, and reports and exports narrowed to whatever they can be narrowed to. */
function asked(path: string, { orderId, codes }: FloorHttp): string[] {
  const span = `from=${DAY}&to=${DAY}`;
  const narrowed = ["", `&order=${orderId}`, "&style=POLO", "&line=L1"];
  if (path.includes("/exports/{kind}")) {
    return EXPORT_KINDS.flatMap((kind) => {
      const url = `${path.replace("{kind}", kind)}?${span}`;
      return [`${url}&format=csv`, ...narrowed.map((more) => `${url}&format=json${more}`)];
    });
  }
  if (path.includes("/reports/")) return narrowed.map((more) => `${path}?${span}${more}`);
  if (!path.includes("{")) return [`${path}?${span}`];
  return [orderId, "POLO", codes[0] ?? "", "S01"].map((id) => path.replace(/\{\w+\}/, id));
}

/** Whatever answers, but for drawings. */
export async function readAll(floor: FloorHttp): Promise<Answered[]> {
  const { all } = await readable(floor);
  const answers: Answered[] = [];
  const drawn = (path: string) => path.endsWith(".pdf");
  for (const url of all.filter((path) => !drawn(path)).flatMap((path) => asked(path, floor))) {
    const { status, text, json } = await floor.get(url, { token: TOKEN });
    if (status === 200) answers.push({ path: url, text, json });
  }
  return answers;
}

/** Paths whose schema has such fields. */
export async function pathsWithMinutes(floor: FloorHttp): Promise<string[]> {
  return (await readable(floor)).withMinutes;
}

/** Attended minutes and what is made of them that an answer tells of less than a line and a day, by where they stand. */
export function finerMinutes(json: unknown, isFiner = false): string[] {
  if (Array.isArray(json)) return json.flatMap((each) => finerMinutes(each, isFiner));
  if (typeof json !== "object" || json === null) return [];
  const entries = Object.entries(json);
  const said = [...entries, ...Object.entries(Object(Reflect.get(json, "scope")))];
  const isOwn = isFiner || said.some(([key, value]) => FINER.includes(key) && isNamed(value));
  return entries.flatMap(([key, value]) => {
    if (MINUTES.test(key)) return isOwn && typeof value === "number" && value !== 0 ? [key] : [];
    return finerMinutes(value, isOwn || key === "operations" || key === "cells");
  });
}

/** The row of the total has a word where the others have a name. */
function isNamed(value: unknown): boolean {
  return (typeof value === "string" && value !== "Total") || typeof value === "number";
}
