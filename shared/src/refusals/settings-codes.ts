/** What a person who sets the workshop up is told. */
export const SETTINGS_STATUS = {
  "changed-meanwhile": 412,
} as const;

export type SettingsCode = keyof typeof SETTINGS_STATUS;
