import type { ConflictRow, Story } from "../../data/desk/rows.ts";
import type { DeskI18n } from "../../i18n/prepare.ts";

/** What is wrong, in words; work that is said twice at one station was not done at two. */
export function conflictTitle(
  code: ConflictRow["code"],
  stationIds: readonly (string | null)[],
  { t }: Pick<DeskI18n, "t">,
): string {
  const isOnePlace = stationIds.length === 2 && stationIds[0] === stationIds[1];
  return code === "done-twice" && isOnePlace ? t.follow.doneTwiceHere : t.follow.kinds[code];
}

/** An open conflict as a bundle's story names it. */
export interface ConflictNote {
  readonly key: string;
  readonly title: string;
  /** Poste 5, Pris, 9 h 09: each act that does not fit. */
  readonly acts: readonly string[];
}

/** The conflicts that keep a bundle from going on. */
export function conflictNotes(
  { bundle, facts }: Pick<Story, "bundle" | "facts">,
  stationName: (stationId: string) => string,
  i18n: DeskI18n,
): readonly ConflictNote[] {
  return bundle.state.conflicts.map(({ code, key, against }) => {
    // Facts come in the order in which they happened.
    const told = facts.filter((fact) => fact.key !== null && [key, against].includes(fact.key));
    const acts = told.map(({ stationId, kind, at }) => {
      const where = stationId === null ? [] : [stationName(stationId)];
      const what = kind === "ticket" ? [] : [i18n.t.story.kinds[kind]];
      return [...where, ...what, i18n.time(at)].join(", ");
    });
    const stationIds = told.map(({ stationId }) => stationId);
    return { key: `${code} ${key}`, title: conflictTitle(code, stationIds, i18n), acts };
  });
}
