import type { Operator } from "@trame/shared";
import { type CellReader, readCells } from "./cells.ts";
import { type Columns, type ImportFault, matchColumns } from "./columns.ts";
import type { Imported } from "./imported.ts";
import type { Table } from "./read-table.ts";

export const OPERATOR_COLUMNS = {
  pseudonym: {
    name: "Pseudonyme",
    also: ["surnom", "nom affiché", "pseudonym", "nickname"],
    isRequired: true,
  },
  id: { name: "Identifiant", also: ["id", "code"] },
  badge: { name: "Badge", also: ["n° de badge", "numéro de badge", "badge number"] },
  skills: { name: "Compétences", also: ["polyvalence", "skills"] },
  simple: { name: "Mode simple", also: ["simple", "falc", "simple mode"] },
  contrast: { name: "Contraste", also: ["contraste élevé", "contrast", "high contrast"] },
  largeText: { name: "Grands caractères", also: ["grand texte", "large text"] },
  sound: { name: "Son", also: ["sound"] },
  speech: { name: "Lecture à voix haute", also: ["lecture", "voix", "speech"] },
  oneSwitch: { name: "Un seul bouton", also: ["contacteur", "one switch"] },
  leftHanded: { name: "Gaucher", also: ["gauchère", "left handed"] },
  pace: { name: "Rythme", also: ["allure", "pace"] },
} as const satisfies Columns<string>;

type Key = keyof typeof OPERATOR_COLUMNS;

const MODES = [
  "simple",
  "contrast",
  "largeText",
  "sound",
  "speech",
  "oneSwitch",
  "leftHanded",
] as const;
const SKILL = /^(.+?)\s*[:=]\s*([1-4])$/;

/** People: one row each, a pseudonym and never a name ([I8]). Without an id theirs is made of the pseudonym. */
export function readOperators(table: Table): Imported<Operator> {
  const { lines, faults: found, ignored } = matchColumns(table, OPERATOR_COLUMNS);
  const faults: ImportFault[] = [...found];
  const things = (found.length > 0 ? [] : lines).map((line) => {
    const cells = readCells(line, faults);
    const sources = new Map(
      (["id", "badge", "pseudonym", "skills", "pace"] as const).map((key) => [
        `/${key}`,
        { row: line.row, column: line.header(key), value: line.text(key) },
      ]),
    );
    return { thing: operatorOf(cells), row: line.row, sources };
  });
  return { things, faults, ignored };
}

function operatorOf(cells: CellReader<Key>): Operator {
  const pseudonym = cells.needed("pseudonym");
  const badge = cells.whole("badge", { min: 1, max: 99_999 });
  const pace = cells.decimal("pace", { above: 0, max: 2 });
  const skills = cells.list("skills").flatMap((text) => {
    const [, operation, level] = SKILL.exec(text) ?? [];
    if (operation !== undefined) return [{ operation, level: Number(level) }];
    cells.fault("skills", "cell-not-skill", { text });
    return [];
  });
  const isOn = MODES.filter((mode) => cells.yes(mode));
  const mode = Object.fromEntries(isOn.map((key) => [key, true]));
  return {
    id: cells.text("id") === "" ? idOf(pseudonym) : cells.id("id"),
    pseudonym,
    ...(badge !== null && { badge }),
    ...(skills.length > 0 && { skills }),
    ...(isOn.length > 0 && { mode }),
    ...(pace !== null && { pace }),
  };
}

/** « Fleur de lys » is `fleur-de-lys`. */
function idOf(pseudonym: string): string {
  return pseudonym
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
