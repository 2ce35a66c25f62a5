import type { ExportsCode } from "./exports-codes.ts";

/** Why an export is not made, and what to do. */
export const exportsEn = {
  "exports-busy": "Too many exports wait to be made already: try again in a minute.",
  "export-not-by-line": "This export says nothing of lines: ask for the whole workshop.",
  "export-not-by-order": "This export says nothing of orders: ask for the whole workshop.",
  "export-not-by-style": "This export says nothing of styles: ask for the whole workshop.",
  "export-order-missing": "Say of which order you want the story.",
  "export-folder-relative": "Write the whole path of the folder, for example {example}.",
  "export-folder-missing":
    "The folder “{folder}” does not exist, or the network drive does not answer: make it, or connect the drive again.",
  "export-folder-denied":
    "The server may not write into the folder “{folder}”: give it that right, or choose another folder.",
  "export-folder-full": "There is no room left in the folder “{folder}”: make room on that disk.",
  "export-folder-failing":
    "Nothing can be written into the folder “{folder}” ({reason}): check that it is a folder and that its disk is well.",
  "export-failing": "The export could not be made ({reason}): the server tries again every minute.",
} as const satisfies Record<ExportsCode, string>;
