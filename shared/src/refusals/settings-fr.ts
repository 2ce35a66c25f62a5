import type { SettingsCode } from "./settings-codes.ts";

/** What a person who sets the workshop up is told. */
export const settingsFr = {
  "changed-meanwhile":
    "Quelqu’un a enregistré autre chose entre-temps\u00a0: rien n’a été écrasé. Regardez ce qui a changé, puis recommencez.",
} as const satisfies Record<SettingsCode, string>;
