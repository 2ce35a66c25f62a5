import { createCounting } from "./formats.ts";
import type { prepareOrderFr } from "./prepare-order-fr.ts";

const { count, word } = createCounting("en");

/** English: the same keys as `prepare-order-fr.ts`. */
export const prepareOrderEn: typeof prepareOrderFr = {
  order: {
    title: (id) => `Order ${id}`,
    cutFigure: "Cut",
    kits: "Kits",
    kitsPacked: (n) => `${n.packed} packed, ${n.complete} complete, ${n.ordered} ordered`,
    move: {
      released: "Release to the floor",
      prepared: "Back to preparation",
      closed: "Close the order",
    },
    moved: {
      released: "The order is released: its bundles can be scanned.",
      prepared: "The order is in preparation again.",
      closed: "The order is closed.",
    },
    giveUpSure:
      "Bundles of this order are still in progress. If you close it they are given up: stations take them no more. Pieces that are counted stay counted.",
    giveUp: "Close and give up what is left",
    giveUpNo: "Keep the order open",
    pack: (kits) => `Pack ${kits} complete kits`,
    packDone: "The kits are noted as packed.",
    quantities: (style) => `${style}: sizes and colours`,
    operations: (style) => `${style}: in process by operation`,
    version: (n) => `routing version ${n}`,
    operation: "Operation",
    inProcess: "In process",
    deduced: (n) => `${n} deduced`,
    cutTitle: (style) => `Cut into bundles: ${style}`,
    bundleSize: "Pieces per bundle",
    bundleSizeHint: "A bundle never mixes size, colour or shade.",
    piecesCut: "Pieces cut",
    bundlesMade: "Bundles",
    lotPreview: (n) =>
      n.rest === 0
        ? `${count(n.full, "bundle", "bundles")} of ${n.size}`
        : n.full === 0
          ? `1 bundle of ${n.rest}`
          : `${count(n.full, "bundle", "bundles")} of ${n.size} and 1 of ${n.rest}`,
    addShade: "Another shade",
    allCut: "All that is ordered is cut.",
    cutMore: "Cut more",
    cutParts: (parts) => `One ticket per part: ${parts}.`,
    bundlesWord: (n) => word(n, "bundle", "bundles"),
    cut: "Cut and make tickets",
    cutDone: (n) => `${n} bundles are made.`,
    printCut: "Print the tickets of this cutting:",
    printAll: "All valid tickets:",
    printA4: "A4 sheets",
    printLabel: "Labels 62 × 100",
  },
  imports: {
    title: "Import a file",
    lead: "A CSV or Excel (XLSX) file. Nothing is written before you agree, and all of it is written or nothing.",
    kind: "What the file brings",
    kinds: { styles: "Styles", routings: "Routings", orders: "Orders", operators: "People" },
    example: "Download an example",
    drop: "Drop the file here, or",
    pick: "Pick a file",
    read: "The file is read. Nothing is written yet.",
    done: "Saved.",
    summary: (n) =>
      [
        count(n.rows, "row read", "rows read"),
        `${n.added} new`,
        `${n.changed} changed`,
        `${n.same} unchanged`,
        n.faults === 0 ? "nothing to mend" : count(n.faults, "thing to mend", "things to mend"),
      ].join(" · "),
    ignored: (headers) => `Columns that are not used: ${headers}.`,
    faults: "To mend in the file",
    row: "Row",
    column: "Column",
    value: "Content",
    mend: "What to write",
    preview: "What the file would bring",
    thing: "Name",
    becomes: "Becomes",
    become: { new: "new", changed: "changed", same: "unchanged" },
    commit: (n) => `Save ${count(n, "entry", "entries")}`,
  },
};
