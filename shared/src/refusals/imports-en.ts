import type { ImportsCode } from "./imports-codes.ts";

/** English: the sentences of `imports-fr.ts`, one for one. */
export const importsEn = {
  "file-empty": "This file is empty: it needs a row of headers and at least one row below.",
  "file-unreadable":
    "This file can’t be read: save it as an Excel workbook (.xlsx) or as CSV, then send it again.",
  "file-locked": "This file has a password: take it off in Excel, then save.",
  "file-old-excel":
    "This is an old Excel file (.xls): save it as an Excel workbook (.xlsx), then send it again.",
  "file-too-large":
    "This file is too large once it is opened: save the sheet to import on its own.",
  "imports-busy": "Too many files wait to be read already: try again in a minute.",
  "file-too-long": "This file has more than 20,000 rows: cut it into several.",
  "import-faulty":
    "Nothing was imported: {count|thing|things} to mend in the file. Mend them, then send it again.",

  "column-missing": "The column “{name}” is missing. Columns found: {found}.",
  "column-twice": "This column is there twice: keep one.",
  "cell-empty": "This cell is empty: fill it in.",
  "cell-too-long": "This text is too long: at most {limit} characters.",
  "cell-not-id":
    "Write a code without blanks or accents: letters, digits and . _ : - (at most 64).",
  "cell-not-number": "Write a number in digits, like 12 or 0.42.",
  "cell-not-whole": "Write a whole number from {min} to {max}.",
  "cell-out-of-range": "Write a number above {min}, at most {max}.",
  "cell-not-day": "Write a date, like 2026-12-18.",
  "cell-not-yes": "Write “yes” or “no”.",
  "cell-not-choice": "Write one of these words: {words}.",
  "cell-not-operation-code": "An operation’s code has 1 to 8 letters or digits, like 10 or 20b.",
  "cell-not-skill":
    "“{text}” can’t be read: write the operation and its level from 1 to 4, like “Pleats:3”.",
  "row-contradicts":
    "Further up, the same order says “{before}”: write the same in all of its rows.",
  "order-there":
    "This order is there already, and different: change it on the page of orders, or give it another reference.",
  "minutes-empty": "The time is missing: write for example 0.42 or 42 cmn.",
  "minutes-unreadable": "This time can’t be read: write for example 0.42 or 42 cmn.",
  "minutes-unit-missing":
    "Minutes or hundredths? Write the unit: “0.42 min” or “42 cmn”, here or in the column’s header.",
  "minutes-not-positive": "The time must be more than zero.",
  "minutes-too-long": "This time is more than 1,000 minutes for one piece: check the unit.",
} as const satisfies Record<ImportsCode, string>;
