import { setImmediate } from "node:timers/promises";
import type { CartonsJob } from "./carton.ts";
import { CARTON_LABEL, drawCartonLabel } from "./carton-label.ts";
import { cartonWords } from "./carton-words.ts";
import { drawPackingList } from "./packing-list.ts";
import { openSheet } from "./sheet.ts";

const A4 = [210, 297] as const;

/** Labels of cartons, one a page, or their packing list, as PDF. The same cartons give the same bytes ([OD13]). */
export async function createCartons(job: CartonsJob): Promise<Uint8Array> {
  const { form, order, cartons, language } = job;
  const words = cartonWords[language];
  if (form === "list") {
    const sheet = openSheet({ title: words.listOf(order.id), language, size: A4 });
    drawPackingList(sheet, job);
    return sheet.finish();
  }
  const { width, height } = CARTON_LABEL;
  const sheet = openSheet({ title: words.labels(order.id), language, size: [width, height] });
  for (const carton of cartons) {
    sheet.addPage();
    drawCartonLabel(sheet.pen, carton, job);
    // What was drawn goes out of memory once its bytes were handed on.
    await setImmediate();
  }
  return sheet.finish();
}
