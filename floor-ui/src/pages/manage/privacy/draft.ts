import {
  type ConsultedBody,
  isUpward,
  type PrivacyMode,
  type PrivacySetting,
  type Retention,
  upwardParts,
} from "@trame/shared";

/** A setting while it is changed: numbers and dates as they are typed. */
export interface PrivacyDraft {
  readonly mode: PrivacyMode;
  readonly supervisorId: string;
  readonly body: ConsultedBody | "none";
  readonly consultedOn: string;
  readonly stationFigures: boolean;
  readonly operationMinutes: boolean;
  readonly myDay: boolean;
  readonly retention: Readonly<Record<keyof Retention, string>>;
  readonly reason: string;
  readonly since: string;
}

export const RETENTION_KEYS = ["samplesDays", "assignmentsDays", "aggregatesYears"] as const;

const PLAIN_PARTS = [
  ...(["mode", "supervisorId", "consultation"] as const),
  ...(["stationFigures", "operationMinutes", "myDay"] as const),
] as const;

/** What changes: in the words of the page, and whether it tells more. */
export interface DraftChange {
  readonly part:
    | "mode"
    | "supervisorId"
    | "consultation"
    | "stationFigures"
    | "operationMinutes"
    | "myDay"
    | keyof Retention;
  readonly isUp: boolean;
}

/** The draft of a setting; a new change is of today until somebody says otherwise, and its reason is still to be written. */
export function draftOf(setting: PrivacySetting, today: string): PrivacyDraft {
  const { consultation, retention } = setting;
  return {
    mode: setting.mode,
    supervisorId: setting.supervisorId ?? "",
    body: consultation?.body ?? "none",
    consultedOn: consultation?.date ?? "",
    stationFigures: setting.stationFigures,
    operationMinutes: setting.operationMinutes,
    myDay: setting.myDay,
    retention: {
      samplesDays: String(retention.samplesDays),
      assignmentsDays: String(retention.assignmentsDays),
      aggregatesYears: String(retention.aggregatesYears),
    },
    reason: "",
    since: today,
  };
}

/** The setting that a draft would make. */
export function settingOf(draft: PrivacyDraft): PrivacySetting {
  const { mode, body, consultedOn, retention, reason, since } = draft;
  const { stationFigures, operationMinutes, myDay } = draft;
  const isConsulted = body !== "none" || consultedOn !== "";
  const numberOf = (key: keyof Retention) => Math.trunc(Number(retention[key]));
  return {
    ...{ mode, stationFigures, operationMinutes, myDay },
    since: since === "" ? null : since,
    reason: reason.trim() === "" ? null : reason.trim(),
    consultation: isConsulted ? { body: body === "none" ? null : body, date: consultedOn } : null,
    supervisorId: mode === "accompanied" && draft.supervisorId !== "" ? draft.supervisorId : null,
    retention: {
      samplesDays: numberOf("samplesDays"),
      assignmentsDays: numberOf("assignmentsDays"),
      aggregatesYears: numberOf("aggregatesYears"),
    },
  };
}

/** What a draft changes, in the order of the page. */
export function changesOf(before: PrivacySetting, after: PrivacySetting): DraftChange[] {
  const up: readonly string[] = upwardParts(before, after);
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  return [
    ...PLAIN_PARTS.filter((part) => differs(before[part], after[part])),
    ...RETENTION_KEYS.filter((key) => before.retention[key] !== after.retention[key]),
  ].map((part) => ({ part, isUp: up.includes(part) }));
}

/** Whether a draft needs a reason and a date. */
export function needsReason(before: PrivacySetting, draft: PrivacyDraft): boolean {
  return isUpward(before, settingOf(draft));
}
