/** From when on a bundle is to be followed. */
export interface FollowSettings {
  /** Waiting longer before an operation it is late; working minutes. */
  readonly waitMinutes: number;
  /** With pieces longer in repair it is blocked; working minutes. */
  readonly repairMinutes: number;
  /** Longer at a subcontractor's it is blocked; days of the calendar. */
  readonly outsideDays: number;
}

/** Key of the setting, JSON as `FollowSettings`; without it `FOLLOW_SETTINGS` holds. */
export const FOLLOW_SETTING = "follow";

export const FOLLOW_SETTINGS: FollowSettings = {
  waitMinutes: 30,
  repairMinutes: 60,
  outsideDays: 7,
};

/** What holds for a workshop that set this, or nothing. */
export function followSettingsOf(setting: string | null): FollowSettings {
  return setting === null ? FOLLOW_SETTINGS : JSON.parse(setting);
}
