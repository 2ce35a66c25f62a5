/** How calls are told, as a workshop sets it. */
export interface CallSettings {
  /** A call that nobody takes for so long is escalated: shown to everybody. */
  readonly escalateAfterMinutes: number;
  /** Whether screens let an escalated call be heard. */
  readonly isHeard: boolean;
}

/** Key of the setting, JSON as `CallSettings`; without it `CALL_SETTINGS` holds. */
export const CALLS_SETTING = "calls";

/** Until a workshop sets its own: seen after five minutes, and silent. */
export const CALL_SETTINGS: CallSettings = { escalateAfterMinutes: 5, isHeard: false };

/** What holds for a workshop that set this, or nothing. */
export function callSettingsOf(setting: string | null): CallSettings {
  return setting === null ? CALL_SETTINGS : JSON.parse(setting);
}
