import {
  GROUP_MIN,
  LOOKS_KEPT_DAYS,
  POSTINGS_KEPT_DAYS,
  PRIVACY,
  ROLE_PERMISSIONS,
  SECURITY_KEPT_DAYS,
} from "@trame/shared";
import { OperatorSchema } from "@trame/shared/schemas";
import { describe, expect, it } from "vitest";
import {
  DOCUMENT_KINDS,
  type DocumentFacts,
  type DocumentKind,
  type PrivacyDocument,
} from "../../../server/src/privacy/documents/document.ts";
import { writeDocument } from "../../../server/src/privacy/documents/write-document.ts";
import { PERSON_TABLES, SHARED_TABLE } from "../../../server/src/store/retention/person-tables.ts";

const FACTS: DocumentFacts = {
  setting: PRIVACY,
  ...{ workshop: "Atelier Lons", day: "2026-11-23", supervisor: null, roles: ROLE_PERMISSIONS },
};

const OPEN: DocumentFacts = {
  ...FACTS,
  supervisor: "Nadia",
  setting: {
    ...{ mode: "accompanied", since: "2026-11-16", reason: "Demandé par l’équipe" },
    ...{ consultation: { body: "CVS", date: "2026-11-09" }, supervisorId: "a-1" },
    ...{ stationFigures: false, operationMinutes: true, myDay: true },
    retention: { samplesDays: 61, assignmentsDays: 17, aggregatesYears: 7 },
  },
};

function textOf(document: PrivacyDocument): string {
  const parts = document.sections.flatMap(({ heading, paragraphs, items, rows }) => [
    ...[heading, ...paragraphs, ...items],
    ...rows.flatMap(({ name, text }) => [name, text ?? ""]),
  ]);
  return [document.title, document.mark ?? "", ...document.lead, ...parts].join("\n");
}

const written = (kind: DocumentKind, facts: DocumentFacts) =>
  textOf(writeDocument(kind, facts)).replaceAll("\u00a0", " ");

/** Of the law, by what stands before them; and from how many employees on it asks for a works council's word. */
const LAW = /articles? L?[\d.-]+(?:(?:,| et| à) \d+)*|au moins 50 salariés/g;
/** What the texts may say of figures: what is set, and what the program keeps by itself. */
const KNOWN = [GROUP_MIN, LOOKS_KEPT_DAYS, POSTINGS_KEPT_DAYS, SECURITY_KEPT_DAYS].map(String);

function unexplained(text: string, facts: DocumentFacts): string[] {
  const { retention, since, consultation } = facts.setting;
  const dates = [since, consultation?.date, facts.day].flatMap(
    (day) => (day ?? "").match(/\d+/g) ?? [],
  );
  const known = [
    ...KNOWN,
    ...Object.values(retention).map(String),
    ...dates.map((part) => String(Number(part))),
  ];
  return (text.replaceAll(LAW, "").match(/\d+/g) ?? []).filter((number) => !known.includes(number));
}

/** Where the documents say of each field of a sheet, and of each table of people, that it is kept. */
const SAID_OF: Readonly<Record<string, string>> = {
  ...{ id: "pseudonyme", pseudonym: "pseudonyme", pictogram: "pictogramme", badge: "badge" },
  ...{ skills: "opérations qu’elle connaît", mode: "dont elle veut son poste", pace: "son allure" },
  ...{ pattern: "ses horaires", without_pin: "code secret", assignments: "à quel poste elle a" },
  ...{
    sendings: "où elle est attendue",
    postings: "où elle est attendue",
    absences: "ses absences",
  },
  ...{ looks: "qui a regardé ses données", person_requests: "ce qu’elle a demandé" },
  ...{ person_names: "son nom civil", pins: "code secret", operators: "un pseudonyme" },
};

describe("the documents about people's data", () => {
  it("[PR8] name each field of a person's sheet and each table that knows people", () => {
    const tables = [...PERSON_TABLES.map(({ table }) => table), SHARED_TABLE];
    const kept = [...Object.keys(OperatorSchema.properties), ...tables];
    for (const kind of ["notice", "register", "consultation", "impact"] as const) {
      const text = written(kind, FACTS);
      const unsaid = kept.filter((each) => !text.includes(SAID_OF[each] ?? `nothing of ${each}`));
      expect([kind, unsaid]).toEqual([kind, []]);
    }
    expect(Object.keys(SAID_OF).toSorted()).toEqual([...new Set(kept)].toSorted());
  });

  it("[PR8] say in the notice what the law wants said before anything is kept (GDPR, article 13)", () => {
    const notice = written("notice", FACTS);
    for (const said of [
      ...["Ses coordonnées", "Délégué·e à la protection", "article 6.1.f", "hors de l’Union"],
      ...[
        "Est-ce obligatoire ?",
        "aucune décision prise par l’ordinateur",
        "CNIL",
        "articles 15 à",
      ],
      ...[
        "s’opposer",
        "tant que sa demande n’est pas réglée",
        "article L1222-4",
        "noter, comparer",
      ],
      ...["Cela vient de la personne", "demandes répondues", "Journal des changements"],
      ...["Sauvegardes", "pour qui a un compte"],
    ]) {
      expect([said, notice.includes(said)]).toEqual([said, true]);
    }
    const sheet = written("consultation", FACTS);
    for (const said of ["avant de mettre Trame en service", "L1121-1", "L2312-38", "50 salariés"]) {
      expect([said, sheet.includes(said)]).toEqual([said, true]);
    }
  });

  it("[PR8] claim nothing that is not so: of tablets, of the journal, of backups", () => {
    const own = { ...FACTS, setting: { ...PRIVACY, mode: "own" as const } };
    const tablet = "La tablette d’un poste dit qui y est, par son pseudonyme";
    expect(written("notice", own)).toContain(`${tablet}, et où en est le paquet ouvert, pas plus.`);
    expect(written("notice", FACTS)).not.toContain(tablet);
    expect(written("notice", FACTS)).toContain("Aucun écran ne montre des pièces à côté d’un");
    expect(written("notice", own)).toContain("Hors « Mes données », aucun autre écran");
    expect(written("notice", OPEN)).toContain("Hors « Mes données » et la page de la personne qui");
    expect(written("register", FACTS)).not.toMatch(/journal enchaîné[^\n]*regard/);
    expect(written("notice", FACTS)).toContain("le journal : quel compte a changé quoi");
    expect(written("impact", FACTS)).toContain("une sauvegarde, qui n’est pas chiffrée");
    expect(written("impact", FACTS)).toContain("un handicap ou la santé");
  });

  it("[PR8] say no figure that is not set or kept by the program", () => {
    for (const kind of DOCUMENT_KINDS) {
      for (const facts of [FACTS, OPEN]) {
        expect([kind, unexplained(written(kind, facts), facts)]).toEqual([kind, []]);
      }
    }
    expect(unexplained("effacé après 45 jours (RGPD, article 6)", FACTS)).toEqual(["45"]);
  });

  it("[PR8] change with each part of the setting", () => {
    const parts: Partial<DocumentFacts["setting"]>[] = [
      { mode: "own" },
      { mode: "accompanied" },
      { stationFigures: false },
      { operationMinutes: true },
      { myDay: true },
      { since: "2026-11-02" },
    ];
    for (const kind of ["notice", "easy", "register", "consultation", "impact"] as const) {
      for (const part of parts) {
        const setting = { ...PRIVACY, ...part };
        expect([kind, part, written(kind, { ...FACTS, setting })]).not.toEqual([
          kind,
          part,
          written(kind, FACTS),
        ]);
      }
    }
  });

  it("[PR8] say the periods that are set", () => {
    const notice = written("notice", OPEN);
    for (const period of ["61 jours", "17 jours", "7 ans"]) expect(notice).toContain(period);
    expect(notice).not.toContain("90 jours");
    expect(written("easy", OPEN)).toContain("après 17 jours");
  });

  it("[PR8] name the supervisor, the consultation and the reason that hold", () => {
    for (const kind of ["notice", "consultation", "impact", "register"] as const) {
      const text = written(kind, OPEN);
      for (const said of ["Nadia", "Demandé par l’équipe", "(CVS)", "9 novembre 2026"]) {
        expect([kind, text.includes(said)]).toEqual([kind, true]);
      }
    }
    expect(written("notice", FACTS)).not.toContain("accompagne");
  });

  it("[PR8] leave out nothing that people may take amiss: who opens civil names, who reads « Ma journée »", () => {
    const setting = { ...PRIVACY, myDay: true };
    const notice = written("notice", { ...FACTS, setting });
    expect(notice).toContain("le nom civil là où il est écrit");
    expect(notice).toContain("sauf « Ma journée » à son poste");
    expect(notice).toContain("Qui regarde cette tablette peut le lire.");
    const easy = written("easy", { ...FACTS, setting });
    expect(easy).toContain("Quand mon chef ou ma cheffe lit mon nom, je peux le savoir.");
    expect(easy).toContain("Qui regarde ma tablette peut les voir.");
    expect(written("easy", FACTS)).not.toContain("Qui regarde ma tablette");
  });

  it("[PR8] tell who sees what from the table of roles, and change with it", () => {
    const supervisor = new Set(
      [...ROLE_PERMISSIONS.supervisor].filter((each) => each !== "people.read"),
    );
    const roles = { ...ROLE_PERMISSIONS, supervisor };
    const rowOf = (facts: DocumentFacts) =>
      writeDocument("notice", facts)
        .sections.flatMap(({ rows }) => rows)
        .find(({ name }) => name === "L’encadrement")?.text;
    expect(rowOf(FACTS)).toContain("les opérations que chacun connaît");
    expect(rowOf({ ...FACTS, roles })).not.toContain("les opérations que chacun connaît");
  });

  it("[PR8] say that Trame is not the legal register of working time, and that the easy one was not reviewed", () => {
    for (const kind of ["notice", "register", "consultation", "impact"] as const) {
      expect(written(kind, FACTS)).toContain(
        "Trame n’est pas le registre légal du temps de travail",
      );
    }
    expect(writeDocument("easy", FACTS).mark).toContain(
      "Pas encore relu par les personnes concernées",
    );
    const { sections } = writeDocument("easy", OPEN);
    expect(sections.every(({ pictogram }) => pictogram !== null)).toBe(true);
    const sentences = sections.flatMap(({ paragraphs }) => paragraphs);
    expect(sentences.filter((each) => each.split(/\s/).length > 14)).toEqual([]);
  });
});
