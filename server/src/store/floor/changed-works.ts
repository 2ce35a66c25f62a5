import type { ChangedDays } from "./changed-days.ts";

type Changed = Pick<ChangedDays, "between">;

/** When work on a bundle began and ended at a station; null: not known, not over. */
export interface WorkTimes {
  readonly stationId: string | null;
  readonly openedAt: number | null;
  readonly finishedAt: number | null;
}

/**
 * Notes the days on which a station's time and its counter's pieces are shared out otherwise: those of what was worked on and is
 * not now, or the other way round; of the same work only the time by which its edges moved.
 */
export function noteWork(
  changed: Changed,
  { old, made }: { readonly old: WorkTimes | undefined; readonly made: WorkTimes | undefined },
): void {
  const isSame = old !== undefined && made !== undefined && old.stationId === made.stationId;
  if (!isSame || old.openedAt === null || made.openedAt === null) {
    for (const work of [old, made]) noteWhole(changed, work);
    return;
  }
  noteMoved(changed, old.openedAt, made.openedAt);
  noteMoved(changed, old.finishedAt, made.finishedAt);
}

/** Until now where one of them is not over. */
function noteMoved(changed: Changed, old: number | null, made: number | null): void {
  if (old === made) return;
  const isOpen = old === null || made === null;
  const first = Math.min(old ?? Infinity, made ?? Infinity);
  changed.between(first, isOpen ? null : Math.max(old, made));
}

function noteWhole(changed: Changed, work: WorkTimes | undefined): void {
  if (work === undefined || work.stationId === null || work.openedAt === null) return;
  changed.between(work.openedAt, work.finishedAt);
}
