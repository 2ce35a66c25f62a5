/** How screens speak to whoever did not choose otherwise. */
export interface ScreenSettings {
  readonly language: "fr" | "en";
}

/** Key of the setting, JSON as `ScreenSettings`; without it `SCREEN_SETTINGS` holds. */
export const SCREENS_SETTING = "screens";

export const SCREEN_SETTINGS: ScreenSettings = { language: "fr" };

/** What holds for a workshop that set this, or nothing. */
export function screenSettingsOf(setting: string | null): ScreenSettings {
  return setting === null ? SCREEN_SETTINGS : JSON.parse(setting);
}
