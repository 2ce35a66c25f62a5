import type { CallKind, StopScope, TargetSource, UpkeepKind } from "@trame/shared";
import type { Wish } from "../../data/floor/errand.ts";
import { undoOf, wordHead } from "../../data/floor/word-head.ts";

/** What a wish is about, how it is named once it is done, and where that is said. */
export type Told = Pick<Wish, "about" | "text" | "hasRow">;

/** A word about the floor, with the key that it keeps however often it is sent, and what takes it back. */
function word(path: string, body: Readonly<Record<string, unknown>>, told: Told): Wish {
  const now = Date.now();
  const head = wordHead(now);
  return {
    ...told,
    method: "POST",
    path,
    body: { ...head, ...body },
    takeBack: undoOf(head.key, now),
  };
}

export function callStation(stationId: string, call: CallKind, told: Told): Wish {
  return word("/api/v1/calls", { stationId, call }, told);
}

export function stepCall(key: string, step: "take" | "resolve", told: Told): Wish {
  return word(`/api/v1/calls/${encodeURIComponent(key)}/${step}`, {}, told);
}

/** Why stations stood still; without `version` it is said whatever others said meanwhile. */
export interface StopSaid {
  readonly scope: StopScope;
  readonly from: number;
  readonly to: number | null;
  readonly cause: string | null;
  readonly version?: number | undefined;
}

export function sayStop({ version, ...stop }: StopSaid, told: Told): Wish {
  return word("/api/v1/stops", { ...stop, ...(version !== undefined && { version }) }, told);
}

export function noteUpkeep(stationId: string, upkeep: UpkeepKind, told: Told): Wish {
  const path = `/api/v1/machines/${encodeURIComponent(stationId)}/upkeep`;
  return word(path, { stationId, upkeep }, told);
}

export interface MessageSaid {
  /** null: on all walls. */
  readonly lineId: string | null;
  /** null: none any more. */
  readonly text: string | null;
  readonly until: number | null;
}

export function sayMessage(message: MessageSaid, told: Told): Wish {
  return word("/api/v1/messages", { ...message }, told);
}

export interface TargetSaid {
  readonly lineId: string;
  readonly day: string;
  /** null: computed, or with `of` null too the plan's again. */
  readonly pieces: number | null;
  readonly of: TargetSource | null;
}

export function setTarget(target: TargetSaid, told: Told): Wish {
  return { ...word("/api/v1/targets", { ...target }, told), method: "PUT" };
}

/** Where a person goes for today; null: nowhere, and free. `before` is where they were sent until now. */
export interface PostingSaid {
  readonly operatorId: string;
  readonly stationId: string | null;
  readonly before: string | null;
}

export function sendPerson({ before, ...posting }: PostingSaid, told: Told): Wish {
  const path = "/api/v1/postings";
  const back = { operatorId: posting.operatorId, stationId: before };
  return {
    ...told,
    method: "PUT",
    path,
    body: { ...posting },
    takeBack: { method: "PUT", path, body: back },
  };
}

export function markAbsent(operatorId: string, isAbsent: boolean, told: Told): Wish {
  const path = "/api/v1/absences";
  return {
    ...told,
    method: "PUT",
    path,
    body: { operatorId, isAbsent },
    takeBack: { method: "PUT", path, body: { operatorId, isAbsent: !isAbsent } },
  };
}

/** What was said of a counter's jump or message is said once and for all. */
export function judgeCounter(
  of: "suspects" | "quarantine",
  id: string,
  { verdict, ...told }: Told & { readonly verdict: "accept" | "reject" | "release" | "dismiss" },
): Wish {
  const path = `/api/v1/${of}/${encodeURIComponent(id)}/${verdict}`;
  return { ...told, method: "POST", path, body: null, takeBack: null };
}
