import type { Act } from "./act.ts";

/** Who is at which station, as the tablets know it. */
export interface Attendance {
  /** Somebody badges in or out. */
  badge(
    what: { readonly pseudonym: string; readonly on: boolean },
    where: { readonly station: string; readonly at: number },
  ): Act;
  /** What an act says of who did it: nothing where nobody has badged in. */
  at(station: string): { readonly assignmentId?: string };
}

export interface AttendanceOptions {
  /** What a badge's code says, by pseudonym. */
  readonly badges: ReadonlyMap<string, string>;
  readonly nextKey: () => string;
  readonly tag: string;
}

/** Nobody is there yet. Each tablet draws the assignment of a badge-in itself, as without a network. */
export function createAttendance({ badges, nextKey, tag }: AttendanceOptions): Attendance {
  const present = new Map<string, string>();
  let drawn = 0;
  return {
    badge({ pseudonym, on }, { station, at }) {
      const assignmentId = on ? `crew-${tag}-${++drawn}` : present.get(station);
      if (on && assignmentId !== undefined) present.set(station, assignmentId);
      else present.delete(station);
      const body = {
        origin: "scan",
        badge: badges.get(pseudonym),
        direction: on ? "in" : "out",
        ...(assignmentId !== undefined && { assignmentId }),
      };
      return { path: "badges", stationId: station, at, key: nextKey(), body: () => body };
    },
    at(station) {
      const assignmentId = present.get(station);
      return assignmentId === undefined ? {} : { assignmentId };
    },
  };
}
