import type { Operator, PersonPictogram } from "@trame/shared";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import { formatPattern, parsePattern } from "./pattern-text.ts";

/** Ways in which a person may want the station. */
export const MODES = [
  "simple",
  "contrast",
  "largeText",
  "sound",
  "speech",
  "oneSwitch",
  "leftHanded",
] as const;
export type ModeName = (typeof MODES)[number];

/** Somebody who is being entered. */
export interface PersonDraft {
  /** null: somebody new. */
  readonly id: string | null;
  readonly pseudonym: string;
  readonly pictogram: PersonPictogram | string;
  /** As typed: `Plis:3, Ourlet:2`. */
  readonly skills: string;
  readonly modes: Readonly<Partial<Record<ModeName, boolean>>>;
  /** Own pace in percent, as typed; empty is the usual one. */
  readonly pace: string;
  /** Part-time hours, as typed; empty is all of the workshop's. */
  readonly pattern: string;
  /** What the form doesn't show stays as it is. */
  readonly rest: Pick<Operator, "badge">;
}

/** Alone at it, unless another level is written. */
const LEVEL = 3;

export function emptyPerson(): PersonDraft {
  const texts = { pseudonym: "", pictogram: "", skills: "", pace: "", pattern: "" };
  return { id: null, ...texts, modes: {}, rest: {} };
}

/** @param weekdays names of the days from Monday */
export function toDraft(row: OperatorRow, weekdays: readonly string[]) {
  const { id, pseudonym, pictogram, skills, mode, badge, pace, pattern } = row;
  return {
    id,
    pseudonym,
    pictogram: pictogram ?? "",
    skills: (skills ?? []).map(({ operation, level }) => `${operation}:${level}`).join(", "),
    modes: mode ?? {},
    pace: pace === undefined ? "" : String(Number((pace * 100).toFixed(2))),
    pattern: formatPattern(pattern ?? [], weekdays),
    rest: { badge },
  } satisfies PersonDraft;
}

/** As it is sent. */
export function toOperator(draft: PersonDraft): Omit<Operator, "id"> {
  const skills = draft.skills
    .split(/[,;\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map(parseSkill);
  const mode = Object.fromEntries(
    MODES.flatMap((name) => (draft.modes[name] ? [[name, true]] : [])),
  );
  return {
    ...draft.rest,
    ...(draft.pace.trim() !== "" && { pace: parsePace(draft.pace) }),
    ...(draft.pattern.trim() !== "" && { pattern: parsePattern(draft.pattern) }),
    pseudonym: draft.pseudonym.trim(),
    ...(draft.pictogram !== "" && { pictogram: draft.pictogram }),
    ...(skills.length > 0 && { skills }),
    ...(Object.keys(mode).length > 0 && { mode }),
  };
}

/** What is no number is sent as none could be: the server says what a pace may be. */
function parsePace(text: string): number {
  const percent = Number(text.replace(/[\s%\u00a0\u202f]/g, "").replace(",", "."));
  return Number.isFinite(percent) ? percent / 100 : 0;
}

function parseSkill(text: string): { operation: string; level: number } {
  const [, operation = text, level] = /^(.*?)\s*:\s*([1-4])$/.exec(text) ?? [];
  return { operation, level: level === undefined ? LEVEL : Number(level) };
}
