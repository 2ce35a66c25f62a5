import type { SettingsCode } from "./settings-codes.ts";

/** What a person who sets the workshop up is told. */
export const settingsEn = {
  "changed-meanwhile":
    "Somebody saved something else meanwhile: nothing was overwritten. Look at what changed, then do it again.",
} as const satisfies Record<SettingsCode, string>;
