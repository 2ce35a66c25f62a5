import type { Book, ExportHead, Table, Value } from "../book.ts";
import type { Head, SkillFact } from "../facts.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, rowOf } from "./columns.ts";
import { tablePage } from "./table-page.ts";

const KEYS: readonly ColumnKey[] = ["operation", "inUse", "alone", "teachers", "learning"];

/** How many people know each operation, and of few not how many; nobody is in it ([EX21]). */
export function skillsBook(head: ExportHead, facts: readonly SkillFact[]): Book {
  const words = exportWords[head.language];
  const table = skillTable(head, facts);
  return {
    head,
    title: words.titles.skills,
    tables: [table],
    formulas: formulasOf("skills", head.language),
    page: tablePage(head, table, { keys: KEYS, figures: [], paretos: [] }),
  };
}

function skillTable({ language }: ExportHead, facts: readonly SkillFact[]): Table {
  const words = exportWords[language];
  const shown = (people: Head): Value => (people === "few" ? words.fewPeople : people);
  return {
    name: words.tables.skills,
    columns: columnsOf(language, KEYS),
    rows: facts.map(({ operation, isInUse, alone, teachers, learning }) =>
      rowOf(KEYS, {
        operation,
        inUse: isInUse ? words.yes : words.no,
        ...{ alone: shown(alone), teachers: shown(teachers), learning: shown(learning) },
      }),
    ),
    total: null,
  };
}
