import type { Language } from "@trame/shared";
import { exportWordsEn } from "./words-en.ts";
import { exportWordsFr } from "./words-fr.ts";

/** What exports say; French is the reference. */
export type ExportWords = typeof exportWordsFr;

export const exportWords: Readonly<Record<Language, ExportWords>> = {
  fr: exportWordsFr,
  en: exportWordsEn,
};
