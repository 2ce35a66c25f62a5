import type { OwnData } from "@trame/shared";
import type { OwnDataI18n } from "../../../i18n/own-data.ts";
import { placeOf, readerOf, visitsOf } from "./own-lines.ts";
import type { OwnPart } from "./own-parts.ts";

/** Whoever reads with effort is shown so many sentences, one a screen; all of it is in the copy. */
const SENTENCES_MAX = 7;

/** A part in sentences of their own, in the first person; none for what is done and not read. */
export function easySentences(part: OwnPart, data: OwnData, i18n: OwnDataI18n): string[] {
  switch (part) {
    case "sheet":
      return whoIAm(data, i18n);
    case "where":
      return whereIWas(data, i18n);
    case "looks":
      return whoLooked(data, i18n);
    case "progress":
      return howIGetOn(data, i18n);
    case "requests":
      return whatIAsked(data, i18n);
    case "copy":
    case "pin":
      return [];
  }
}

function whoIAm({ person, acts }: OwnData, { t }: OwnDataI18n): string[] {
  const { easy } = t;
  const skills = (person.skills ?? []).map(({ operation }) => operation);
  return [
    easy.name(person.pseudonym),
    easy.badgeIs(person.badgeCode),
    skills.length === 0 ? easy.noSkills : easy.skills(skills.slice(0, 3).join(", ")),
    ...(person.hasName ? [easy.named] : []),
    easy.acts(acts),
  ];
}

function whereIWas(data: OwnData, i18n: OwnDataI18n): string[] {
  const { easy } = i18n.t;
  const stays = data.presences
    .slice(0, SENTENCES_MAX - 1)
    .map(({ from, stationId }) => easy.stay(i18n.dayMonthAt(from), placeOf(stationId, data, i18n)));
  return stays.length === 0 ? [easy.noStay] : [...stays, easy.kept(data.assignmentsDays)];
}

function whoLooked({ looks }: OwnData, i18n: OwnDataI18n): string[] {
  const { t, dayMonthAt } = i18n;
  const others = visitsOf(looks.filter(({ by }) => by !== "self"));
  if (others.length === 0) return [t.easy.noLook];
  const told = others.map(([look]) => t.easy.look(readerOf(look, i18n), dayMonthAt(look.at)));
  return [t.easy.looks(others.length), ...new Set(told)].slice(0, SENTENCES_MAX);
}

function howIGetOn({ progress }: OwnData, { t, language }: OwnDataI18n): string[] {
  const told = (progress ?? []).slice(0, SENTENCES_MAX).map(({ label, daysWorked }) => {
    const name = language === "en" ? (label.en ?? label.fr) : label.fr;
    return t.easy.progress(name, daysWorked);
  });
  return told.length === 0 ? [t.progressNone] : told;
}

function whatIAsked({ requests }: OwnData, { t }: OwnDataI18n): string[] {
  const told = requests.slice(0, SENTENCES_MAX).map(({ answer, answerWords }) => {
    if (answer === null) return t.easy.waits;
    return answerWords ?? t.answer[answer];
  });
  return told.length === 0 ? [t.easy.noRequest] : told;
}
