import type { Book } from "./book.ts";
import { attendanceBook } from "./books/attendance.ts";
import { ordersBook } from "./books/orders.ts";
import { productionBook } from "./books/production.ts";
import { qualityBook } from "./books/quality.ts";
import { stitchesBook } from "./books/stitches.ts";
import { stopsBook } from "./books/stops.ts";
import type { ExportFacts } from "./facts.ts";

/** What was read, as tables and a page. */
export function createBook({ head, names, body }: ExportFacts): Book {
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
  }
}
