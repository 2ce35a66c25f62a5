import {
  type OwnData,
  type OwnLook,
  ownProgress,
  PRIVACY_SETTING,
  privacyOf,
  showsOwn,
  type ToldProgress,
} from "@trame/shared";
import type { LookRead, OwnDataRead } from "../../../store/people/own-data-read.ts";
import type { RouteDeps } from "../../api.ts";
import type { OwnDeps } from "./owner.ts";

type Deps = Pick<RouteDeps, "now" | "store">;
type OwnerDeps = Pick<OwnDeps, "now" | "pins" | "store">;

/** All that is stored of somebody, as they are told; null for somebody who is not in the team, or no longer. */
export async function tellOwn(
  { now, pins, store }: OwnerDeps,
  operatorId: string,
): Promise<OwnData | null> {
  const at = now();
  const read = await store.reports.readOwnData(operatorId, at);
  if (read === null) return null;
  const privacy = privacyOf(await store.setting(PRIVACY_SETTING));
  const progress = showsOwn(privacy) ? await tellProgress({ now, store }, operatorId) : null;
  const plan = (await store.plans()).findLast(({ from }) => from <= at)?.plan;
  const stations = (plan?.lines ?? []).flatMap((line) => line.stations);
  return {
    at,
    ...read,
    stations: stations.map(({ id, name }) => ({ id, name })),
    person: { ...read.person, hasPin: await pins.has(operatorId) },
    looks: lookLines(read),
    progress,
    mode: privacy.mode,
    assignmentsDays: privacy.retention.assignmentsDays,
  };
}

/** How somebody is getting on, against their own first days alone ([PE6]). */
export async function tellProgress(
  { now, store }: Deps,
  operatorId: string,
): Promise<ToldProgress[]> {
  const { works, labels } = await store.reports.readOwnWork(operatorId, now());
  return ownProgress(works).map(({ operation, ...progress }) => ({
    label: labels.get(operation) ?? { fr: operation },
    ...progress,
  }));
}

function lookLines({ looks }: OwnDataRead): OwnLook[] {
  return looks.map(({ about, what, at, ...look }) => ({
    what,
    ...readerTold(look),
    isOfAll: about === null,
    at,
  }));
}

const READERS = ["self", "account", "token", "key", "station"] as const;

function readerTold({ by, name }: Pick<LookRead, "by" | "name">): Pick<OwnLook, "by" | "name"> {
  const [first = "", id = ""] = by.split(":");
  const kind = READERS.find((known) => known === first) ?? "token";
  return { by: kind, name: name ?? (kind === "station" ? id : null) };
}
