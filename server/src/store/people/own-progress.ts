import { OWN_PROGRESS_SETTING, ownProgressOf, parseBadge, type RefusalCode } from "@trame/shared";
import { type Answer, refused } from "../catalogue/answer.ts";
import type { Modules } from "../modules.ts";
import { createSettings } from "../settings.ts";

/** Somebody at a station asks how they are getting on. */
export interface LookAtProgress {
  readonly stationId: string;
  readonly assignmentId: string;
  /** As read or typed: being chosen on a shared tablet shows nobody's own. */
  readonly badge: string;
}

/** Whose progress it is; to nobody but the reader of it. */
export interface Looker {
  readonly operatorId: string;
}

/**
 * Puts on record that somebody looked, before anything is read of them ([PE8]). Refused while the workshop has it off, for an
 * assignment that is not at that station now ([PE7]), and with any badge but that person's ([PE11]).
 */
export function createLooks({ catalogue, floor, sqlite, transact }: Modules) {
  const settings = createSettings(sqlite);
  const append = sqlite.prepare(
    "INSERT INTO progress_looks (assignment_id, station_id, at) VALUES (@assignmentId, @stationId, @now)",
  );
  return (asked: LookAtProgress, now: number): Answer<Looker> => {
    if (!ownProgressOf(settings.get(OWN_PROGRESS_SETTING)).enabled) return no("own-progress-off");
    const { stationId, assignmentId, badge } = asked;
    const here = floor.assignments.presentAt(stationId, now);
    const own = here.find(({ id }) => id === assignmentId);
    if (own === undefined) return no("own-progress-elsewhere");
    const read = parseBadge(badge);
    const bearer = read.ok ? catalogue.operators.byBadge(read.badge) : null;
    if (bearer?.id !== own.operatorId) return no("own-progress-badge");
    transact(() => append.run({ stationId, assignmentId, now }));
    return { ok: true, value: { operatorId: own.operatorId } };
  };
}

function no(code: RefusalCode) {
  return refused({ code });
}
