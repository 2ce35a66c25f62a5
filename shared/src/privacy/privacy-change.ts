import { parseDay } from "../calendar/days.ts";
import { PRIVACY_MODES, type PrivacySetting, type Retention } from "./privacy.ts";

/** What tells more of people, or for longer, than before. */
export type UpwardPart =
  | "mode"
  | "supervisorId"
  | "stationFigures"
  | "operationMinutes"
  | "myDay"
  | keyof Retention;

/** What a change does not have that it needs. */
export interface PrivacyFault {
  readonly code: PrivacyFaultCode;
  /** RFC 6901 pointer into the setting. */
  readonly path: string;
}

export type PrivacyFaultCode =
  | "privacy-reason"
  | "privacy-date"
  | "privacy-consultation"
  | "privacy-supervisor"
  | "privacy-supervisor-alone";

/** What of a change goes up, in the order of the setting; nothing where it only tells less. */
export function upwardParts(before: PrivacySetting, after: PrivacySetting): UpwardPart[] {
  const rank = ({ mode }: PrivacySetting): number => PRIVACY_MODES.indexOf(mode);
  const isLonger = (key: keyof Retention): boolean => after.retention[key] > before.retention[key];
  const parts: readonly (readonly [UpwardPart, boolean])[] = [
    ["mode", rank(after) > rank(before)],
    // Somebody else may look from now on.
    ["supervisorId", isOther(before.supervisorId, after.supervisorId)],
    ["stationFigures", after.stationFigures && !before.stationFigures],
    ["operationMinutes", after.operationMinutes && !before.operationMinutes],
    ["myDay", after.myDay && !before.myDay],
    ["samplesDays", isLonger("samplesDays")],
    ["assignmentsDays", isLonger("assignmentsDays")],
    ["aggregatesYears", isLonger("aggregatesYears")],
  ];
  return parts.flatMap(([part, isUp]) => (isUp ? [part] : []));
}

/** Whether a change tells more of people than before, or for longer: it needs a reason and a date. */
export function isUpward(before: PrivacySetting, after: PrivacySetting): boolean {
  return upwardParts(before, after).length > 0;
}

/**
 * What a change lacks. Upward it needs a reason of its own and the day from which it holds, not before the last change and not after
 * `today`; `accompanied` and minutes of few people a consultation of that day or before, `accompanied` one supervisor. Downward it
 * needs nothing.
 */
export function changeFaults(
  before: PrivacySetting,
  after: PrivacySetting,
  today: string,
): PrivacyFault[] {
  const faults = [...consultationFaults(after, today), ...supervisorFaults(after)];
  if (!isUpward(before, after)) return faults;
  const why = (after.reason ?? "").trim();
  // The setting is read and written whole: the last change's reason comes with it, and says nothing of this one.
  const hasReason = why !== "" && why !== before.reason;
  const isDated = isDayUntil(after.since, today) && after.since >= (before.since ?? after.since);
  return [
    ...(hasReason ? [] : [{ code: "privacy-reason", path: "/reason" } as const]),
    ...(isDated ? [] : [{ code: "privacy-date", path: "/since" } as const]),
    ...faults,
  ];
}

/** A change as it is kept: upward as it was written; otherwise of `today`, and what it was for stays where it still says why. */
export function settledChange(
  before: PrivacySetting,
  after: PrivacySetting,
  today: string,
): PrivacySetting {
  if (isUpward(before, after)) return { ...inOrder(after), reason: (after.reason ?? "").trim() };
  const { reason, since } = before;
  const kept = { ...inOrder(after), reason, since };
  const isSame = JSON.stringify(kept) === JSON.stringify(inOrder(before));
  return isSame ? before : { ...kept, since: today };
}

/** As it is kept, however it was written: the same setting is the same text. */
function inOrder(setting: PrivacySetting): PrivacySetting {
  const { consultation, retention } = setting;
  return {
    mode: setting.mode,
    since: setting.since,
    reason: setting.reason,
    consultation: consultation && { body: consultation.body, date: consultation.date },
    supervisorId: setting.supervisorId,
    stationFigures: setting.stationFigures,
    operationMinutes: setting.operationMinutes,
    myDay: setting.myDay,
    retention: {
      samplesDays: retention.samplesDays,
      assignmentsDays: retention.assignmentsDays,
      aggregatesYears: retention.aggregatesYears,
    },
  };
}

/** Before one's own figures are told to somebody else, or attended minutes of few people to all. */
function consultationFaults(after: PrivacySetting, today: string): PrivacyFault[] {
  const { consultation, mode, operationMinutes } = after;
  if (mode !== "accompanied" && !operationMinutes) return [];
  const last = after.since ?? today;
  const isConsulted =
    consultation !== null &&
    consultation.body !== null &&
    isDayUntil(consultation.date, last < today ? last : today);
  return isConsulted ? [] : [{ code: "privacy-consultation", path: "/consultation" }];
}

function supervisorFaults({ mode, supervisorId }: PrivacySetting): PrivacyFault[] {
  if (mode === "accompanied") {
    return supervisorId === null ? [{ code: "privacy-supervisor", path: "/supervisorId" }] : [];
  }
  return supervisorId === null ? [] : [{ code: "privacy-supervisor-alone", path: "/supervisorId" }];
}

function isOther(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && before !== after;
}

function isDayUntil(day: string | null, last: string): day is string {
  return day !== null && parseDay(day) !== null && day <= last;
}
