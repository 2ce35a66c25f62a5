/* French, as all that a start and a command say. */
import type { JournalFault, Verification } from "../store/journal/journal-fault.ts";

/** What came of a look at the journal, for whoever asked at the command line. */
export function sentencesOf(found: Verification): string[] {
  const { faults, faultCount, head, headsMet, isSealed, letGo, lines, restores } = found;
  if (!isSealed)
    return ["Le journal n'est pas encore scellé en entier : démarrez le serveur une fois."];
  const about = [
    ...(letGo > 0
      ? [
          `${many(letGo, "ligne a fait son temps et a été effacée", "lignes ont fait leur temps et ont été effacées")}, comme le journal le dit.`,
        ]
      : []),
    ...(restores > 0
      ? [
          `${many(restores, "restauration", "restaurations")} : ce qui a été écrit entre la sauvegarde et la restauration n'est plus dans le journal.`,
        ]
      : []),
    headsMet > 0
      ? `${many(headsMet, "empreinte notée à part s'y retrouve", "empreintes notées à part s'y retrouvent")}.`
      : "Aucune empreinte notée à part ne s'y retrouve : une fin coupée ne se verrait pas.",
  ];
  if (faultCount === 0) {
    return [
      `Le journal est entier : ${many(lines, "ligne", "lignes")}, empreinte ${head ?? "aucune"}.`,
      ...about,
    ];
  }
  const left = faultCount - faults.length;
  return [
    `Le journal n'est pas entier : ${many(faultCount, "défaut", "défauts")} sur ${many(lines, "ligne", "lignes")}.`,
    ...faults.map((fault) => `- ${sentenceOf(fault)}`),
    ...(left > 0 ? [`- et ${left} autres.`] : []),
    ...about,
  ];
}

/** One fault: which line it is, and what is wrong with it. */
function sentenceOf(fault: JournalFault): string {
  const { kind, n, lines } = fault;
  const line = `ligne ${n}${lineWords(fault)}`;
  switch (kind) {
    case "changed":
      return `${line} : elle ne dit plus ce qui a été écrit.`;
    case "moved":
      return `${line} : elle a pris la place d'une autre.`;
    case "inserted":
      return `${line} : elle a été ajoutée sans le serveur.`;
    case "removed":
      return `ligne ${n} : elle a été retirée.`;
    case "gap":
      return `avant la ${line} : ${many(lines, "ligne retirée", "lignes retirées")} avec leur empreinte.`;
    case "cut":
      return `après la ligne ${n} : ${many(lines, "ligne coupée", "lignes coupées")} à la fin.`;
    case "rewritten":
      return `jusqu'à la ligne ${n} : le journal a été scellé de nouveau, ${many(lines, "empreinte notée à part ne s'y retrouve", "empreintes notées à part ne s'y retrouvent")} pas.`;
    case "unaccounted":
      return `${line} : elle efface ${many(lines, "ligne", "lignes")} qui ne sont pas celles qu'elle dit, ou qui n'avaient pas fait leur temps.`;
  }
}

function lineWords({ at, of }: JournalFault): string {
  if (at === null) return "";
  const moment = new Date(at).toLocaleString("fr-FR", { dateStyle: "long", timeStyle: "medium" });
  return ` (${moment}, ${of ?? "?"})`;
}

function many(count: number, one: string, others: string): string {
  return `${count.toLocaleString("fr-FR")} ${count > 1 ? others : one}`;
}
