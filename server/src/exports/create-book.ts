import type { Book } from "./book.ts";
import { attendanceBook } from "./books/attendance.ts";
import { learningBook } from "./books/learning.ts";
import { minutesBook } from "./books/minutes.ts";
import { ordersBook } from "./books/orders.ts";
import { productionBook } from "./books/production.ts";
import { qualityBook } from "./books/quality.ts";
import { skillsBook } from "./books/skills.ts";
import { stitchesBook } from "./books/stitches.ts";
import { stopsBook } from "./books/stops.ts";
import { storyBook } from "./books/story.ts";
import type { ExportFacts } from "./facts.ts";
import { maskedFormula } from "./formula-words.ts";
import { exportWords } from "./words.ts";

/** What was read, as tables and a page; the title says what it is narrowed to. */
export function createBook(facts: ExportFacts): Book {
  const book = bookOf(facts);
  const { language, line, order, style } = facts.head;
  const narrowed = [line, order === null ? null : exportWords[language].orderOf(order), style];
  const title = [book.title, ...narrowed].filter((part) => part !== null).join(" · ");
  const formulas = hasMasked(book) ? [...book.formulas, maskedFormula(language)] : book.formulas;
  return { ...book, title, formulas };
}

/** Some minutes are not told: a column of the row says so. */
function hasMasked({ tables }: Book): boolean {
  return tables.some(({ columns, rows }) =>
    columns.some(
      ({ key }, index) =>
        (key === "masked" || key === "maskedDays") &&
        rows.some((row) => (row[index] ?? null) !== null),
    ),
  );
}

function bookOf({ head, names, body }: ExportFacts): Book {
  switch (body.kind) {
    case "production":
      return productionBook(head, names, body.read);
    case "orders":
      return ordersBook(head, names, body.read);
    case "quality":
      return qualityBook(head, names, body.read);
    case "stops":
      return stopsBook(head, names, body.read);
    case "stitches":
      return stitchesBook(head, names, body.read);
    case "attendance":
      return attendanceBook(head, names, body.read);
    case "minutes":
      return minutesBook(head, names, body.read);
    case "story":
      return storyBook(head, names, body.read);
    case "learning":
      return learningBook(head, names, body.read);
    case "skills":
      return skillsBook(head, body.read);
  }
}
