import { useMemo } from "preact/hooks";
import { journalEn } from "./journal-en.ts";
import { journalFr } from "./journal-fr.ts";
import { type DeskI18n, useDeskWords } from "./prepare.ts";

/** The words of the journal beside the formats of the desk; loaded with its page only. */
export interface JournalI18n extends Omit<DeskI18n, "t"> {
  readonly t: typeof journalFr;
}

/** In the language of the page. */
export function useJournalWords(): JournalI18n {
  const i18n = useDeskWords();
  return useMemo(() => ({ ...i18n, t: i18n.language === "en" ? journalEn : journalFr }), [i18n]);
}
