import type { Operator } from "../floor/operator-schema.ts";
import type { Words } from "../floor/station-view.ts";
import type { PrivacyMode } from "../privacy/privacy.ts";
import type { Look } from "./looks.ts";
import type { OwnProgress } from "./own-progress.ts";

/** What somebody can ask about their own data. */
export const REQUEST_KINDS = ["correction", "objection", "deletion"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** About which of it. */
export const REQUEST_SUBJECTS = ["sheet", "skills", "presence", "work", "name", "all"] as const;
export type RequestSubject = (typeof REQUEST_SUBJECTS)[number];

/** What came of it. */
export const REQUEST_ANSWERS = ["done", "partly", "refused"] as const;
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number];

/** An answer is owed within a month (GDPR, article 12.3); shown so that nobody counts. */
export const ANSWER_WITHIN_DAYS = 30;
/** Signs of what is written beside a request, or its answer. */
export const REQUEST_WORDS_MAX = 500;

/** Something that a person asked, with what they were answered. */
export interface PersonRequest {
  readonly n: number;
  readonly kind: RequestKind;
  readonly about: RequestSubject;
  readonly words: string | null;
  /** UTC ms. */
  readonly at: number;
  /** null while nobody has answered. */
  readonly answer: RequestAnswer | null;
  readonly answerWords: string | null;
  readonly answeredAt: number | null;
}

/** Where somebody was. */
export interface OwnPresence {
  readonly stationId: string;
  /** UTC ms. */
  readonly from: number;
  /** null while nobody said that it ended. */
  readonly to: number | null;
  /** They have a PIN, and it was not asked: the tablet had no network. */
  readonly isWithoutPin: boolean;
}

/** Where somebody was wanted on a day; null: away. */
export interface OwnPlan {
  /** `2026-11-23`. */
  readonly day: string;
  readonly stationId: string | null;
}

/** A station by its name: people know no ids. */
export interface OwnStation {
  readonly id: string;
  readonly name: string;
}

/** A look at somebody, as they are told of it. */
export interface OwnLook extends Pick<Look, "what"> {
  /** The person themselves, an account with its name and role, the admin token, a program's key, or a station. */
  readonly by: "self" | "account" | "token" | "key" | "station";
  readonly name: string | null;
  /** A list of everybody was opened. */
  readonly isOfAll: boolean;
  /** UTC ms. */
  readonly at: number;
}

/** How somebody is getting on with an operation, as they are told of it. */
export interface ToldProgress extends Omit<OwnProgress, "operation"> {
  readonly label: Words;
}

/** All that is stored about a person, for that person. */
export interface OwnData {
  /** UTC ms: when it was read. */
  readonly at: number;
  readonly person: Omit<Operator, "badge"> & {
    readonly badgeCode: string;
    readonly hasPin: boolean;
    /** A civil name is kept, sealed; nobody reads it at a station. */
    readonly hasName: boolean;
  };
  /** The latest first. */
  readonly presences: readonly OwnPresence[];
  readonly plans: readonly OwnPlan[];
  /** What the stations are called now. */
  readonly stations: readonly OwnStation[];
  /** How many acts can still be led back to them. */
  readonly acts: number;
  readonly looks: readonly OwnLook[];
  /** The latest first. */
  readonly requests: readonly PersonRequest[];
  /** null in a mode that shows people no figures of theirs. */
  readonly progress: readonly ToldProgress[] | null;
  readonly mode: PrivacyMode;
  /** For how long it is known where they were. */
  readonly assignmentsDays: number;
}

/** What somebody did that can still be led back to them. */
export interface OwnAct {
  /** UTC ms. */
  readonly at: number;
  readonly kind: string;
  readonly stationId: string | null;
  readonly isUndone: boolean;
  /** The station said no: it is on record, and changed nothing. */
  readonly isRefused: boolean;
  /** As it was said: pieces, a code, an operation. */
  readonly said: Readonly<Record<string, unknown>>;
}

/** The copy that a person takes with them: also in a mode without figures, since it is theirs (GDPR, article 15.3). */
export interface OwnExport extends OwnData {
  readonly workshop: string;
  readonly didActs: readonly OwnAct[];
}
