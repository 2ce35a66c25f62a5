import { actHead } from "../desk/act-head.ts";
import type { Sending } from "./errand.ts";

/** What a word about the floor carries: it is said at no station, unless it names one. */
export function wordHead(now: number) {
  const { stationId: _desk, ...head } = actHead(now);
  return head;
}

/** Takes back an act by its key. */
export function undoOf(key: string, now: number): Sending {
  return { method: "POST", path: "/api/v1/undos", body: { ...actHead(now), undoes: key } };
}
