import type { Errand } from "../../data/floor/errand.ts";
import type { StopRow } from "../../data/floor/rows.ts";

/** A word about a line or the workshop. */
export interface GroupWord {
  readonly key: string;
  /** Where the stops are that it may be about. */
  readonly path: string;
}

/** null for what is no word about a line or the workshop. */
export function groupOf({ path, body }: Pick<Errand, "path" | "body">): GroupWord | null {
  const { scope, key } = body ?? {};
  if (path !== "/api/v1/stops" || typeof key !== "string") return null;
  if (typeof scope !== "object" || scope === null) return null;
  if ("workshop" in scope) return { key, path };
  if (!("lineId" in scope)) return null;
  return { key, path: `${path}?line=${encodeURIComponent(String(scope.lineId))}` };
}

/** How many stations have a stop that the word of this key explains. */
export function touchedBy(key: string, stops: readonly StopRow[]): number {
  const touched = stops.filter(({ keys }) => keys.includes(key));
  return new Set(touched.map(({ stationId }) => stationId)).size;
}
