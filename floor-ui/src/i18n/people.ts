import { useMemo } from "preact/hooks";
import { useI18n } from "./i18n.ts";
import { peopleEn } from "./people-en.ts";
import { peopleFr } from "./people-fr.ts";
import { peopleOwnEn } from "./people-own-en.ts";
import { peopleOwnFr } from "./people-own-fr.ts";
import { type DeskI18n, type DeskWords, deskWords } from "./prepare.ts";

/** The desk's words with those of the team, which no other page loads. */
export interface PeopleI18n extends Omit<DeskI18n, "t"> {
  readonly t: DeskWords & typeof peopleFr & typeof peopleOwnFr;
}

/** In the language of the page. */
export function usePeopleWords(): PeopleI18n {
  const i18n = useI18n();
  return useMemo(() => {
    const desk = deskWords(i18n);
    const isEnglish = i18n.language === "en";
    const own = isEnglish ? { ...peopleEn, ...peopleOwnEn } : { ...peopleFr, ...peopleOwnFr };
    return { ...desk, t: { ...desk.t, ...own } };
  }, [i18n]);
}
