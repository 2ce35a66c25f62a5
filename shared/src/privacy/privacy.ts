/** Key of the setting, JSON as {@link PrivacySetting}; without it {@link PRIVACY} holds, the strictest. */
export const PRIVACY_SETTING = "privacy";

/** Modes from the strictest on. */
export const PRIVACY_MODES = ["team", "own", "accompanied"] as const;

/**
 * Who is told what somebody made. `team`: nobody. `own`: that person, when they ask. `accompanied`: that person and one named
 * supervisor, each look on record.
 */
export type PrivacyMode = (typeof PRIVACY_MODES)[number];

/** Who can be consulted: the works council, in an ESAT the council of its users, or others where neither is. */
export const CONSULTED_BODIES = ["CSE", "CVS", "other"] as const;

export type ConsultedBody = (typeof CONSULTED_BODIES)[number];

/** Whom the workshop consulted before it went further, and when. */
export interface Consultation {
  readonly body: ConsultedBody | null;
  /** `2026-11-23`. */
  readonly date: string;
}

/** For how long what is kept. */
export interface Retention {
  /** What counters said, without anybody. */
  readonly samplesDays: number;
  /** Who was at a station. */
  readonly assignmentsDays: number;
  /** What orders came to, without anybody. */
  readonly aggregatesYears: number;
}

/** What a workshop decided about the data of its people. */
export interface PrivacySetting {
  readonly mode: PrivacyMode;
  /** Day from which it holds as it is, `2026-11-23`; null while it was never changed. */
  readonly since: string | null;
  /** Why it was changed upward last. */
  readonly reason: string | null;
  readonly consultation: Consultation | null;
  /** The one account that accompanies; null in every other mode. */
  readonly supervisorId: string | null;
  /** Whether figures are told per station; otherwise per operation. */
  readonly stationFigures: boolean;
  /**
   * Whether attended minutes, efficiency and performance are told of whatever has them; otherwise per line and day, and of what is
   * finer only where four people were counted.
   */
  readonly operationMinutes: boolean;
  /** « Ma journée »: whether a station tells those who are there what they made that day. */
  readonly myDay: boolean;
  readonly retention: Retention;
}

export const RETENTION: Retention = { samplesDays: 90, assignmentsDays: 30, aggregatesYears: 5 };

/** Who came in and who was refused, with the account and the address of the device: for so long, days. */
export const SECURITY_KEPT_DAYS = 180;

/** From and to which each may be set. */
export const RETENTION_LIMITS: Readonly<
  Record<keyof Retention, { readonly least: number; readonly most: number }>
> = {
  // Samples of a week are still unpacked, and late ones are folded into them.
  samplesDays: { least: 8, most: 366 },
  // A night shift belongs to the day on which it began.
  assignmentsDays: { least: 2, most: 62 },
  aggregatesYears: { least: 1, most: 10 },
};

/** Who is wanted where and who is away, for so many days after their day. */
export const POSTINGS_KEPT_DAYS = 31;

export const PRIVACY: PrivacySetting = {
  mode: "team",
  since: null,
  reason: null,
  consultation: null,
  supervisorId: null,
  stationFigures: true,
  operationMinutes: false,
  myDay: false,
  retention: RETENTION,
};

/** What holds for a workshop that set this, or nothing. */
export function privacyOf(setting: string | null): PrivacySetting {
  // What was set before a part of it was known has that part at its strictest.
  return setting === null ? PRIVACY : { ...PRIVACY, ...JSON.parse(setting) };
}

/** Whether people may see their own figures, each with their badge. */
export function showsOwn({ mode }: Pick<PrivacySetting, "mode">): boolean {
  return mode !== "team";
}

/** Whether an account is the one that may see the figures of those whom it accompanies. */
export function accompanies(setting: PrivacySetting, accountId: string): boolean {
  return setting.mode === "accompanied" && setting.supervisorId === accountId;
}
