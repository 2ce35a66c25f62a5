import type { OrderStoryFact } from "../../store/orders-desk/story-facts.ts";
import type { Book, ExportHead, Table } from "../book.ts";
import type { Names } from "../facts.ts";
import { wallClock } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf } from "./columns.ts";
import { tablePage } from "./table-page.ts";

const WHAT: readonly ColumnKey[] = ["day", "from", "what", "ticket", "count", "station", "code"];
const FIGURES: readonly ColumnKey[] = ["pieces", "good", "rework", "second", "scrap"];
const SAID: readonly ColumnKey[] = ["carton", "partner", "slip", "fields", "reason", "undone"];

/** All that happened to an order, in the order in which it happened; nobody is in it ([EX20]). */
export function storyBook(head: ExportHead, names: Names, facts: readonly OrderStoryFact[]): Book {
  const words = exportWords[head.language];
  const table = factTable(head, names, facts);
  return {
    head,
    title: words.titles.story,
    tables: [table],
    formulas: formulasOf("story", head.language),
    page: tablePage(head, table, {
      keys: ["day", "from", "what", "ticket", "station", "pieces", "good", "reason"],
      figures: [],
      paretos: [],
    }),
  };
}

function factTable(head: ExportHead, names: Names, facts: readonly OrderStoryFact[]): Table {
  const words = exportWords[head.language];
  const { station } = namesIn(head, names);
  const keys = [...WHAT, ...FIGURES, ...SAID];
  return {
    name: words.tables.story,
    columns: columnsOf(head.language, keys),
    rows: facts.map((fact) =>
      rowOf(keys, {
        ...fact.outcome,
        day: wallClock(fact.at, head.timeZone).slice(0, 10),
        from: fact.at,
        what: words.story[fact.kind],
        ticket: fact.code,
        count: fact.bundles === 0 ? null : fact.bundles,
        station: station(fact.stationId),
        code: fact.operation,
        pieces: fact.pieces,
        carton: fact.number,
        partner: fact.partner,
        slip: fact.slipId,
        fields: fact.fields.join(", ") || null,
        reason: fact.reason,
        undone: fact.isUndone ? words.yes : null,
      }),
    ),
    total: null,
  };
}
