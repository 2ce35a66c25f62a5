import type { Language } from "../refusals/sentence-of.ts";
import type { EveningKind, ExportFormat } from "./kinds.ts";

/** What is written into a folder each evening, as a workshop sets it. */
export interface EveningExportSettings {
  readonly enabled: boolean;
  /** Of the server's computer, or one that it reaches: an absolute path. */
  readonly folder: string;
  readonly kinds: readonly EveningKind[];
  readonly formats: readonly ExportFormat[];
  readonly lang: Language;
}

/** The setting as it is kept. */
export interface KeptEveningExport extends EveningExportSettings {
  /** YYYY-MM-DD of the first working day that is written: the one on which it was switched on; null while it is off. */
  readonly since: string | null;
}

/** Key of the setting, JSON as `KeptEveningExport`; without it nothing is written. */
export const EVENING_EXPORT_SETTING = "evening-export";

/** Until a workshop asks for it. */
const EVENING_EXPORT: KeptEveningExport = {
  enabled: false,
  folder: "",
  kinds: ["production"],
  formats: ["csv", "pdf"],
  lang: "fr",
  since: null,
};

/** What holds for a workshop that set this, or nothing. */
export function eveningExportOf(setting: string | null): KeptEveningExport {
  return setting === null ? EVENING_EXPORT : JSON.parse(setting);
}
