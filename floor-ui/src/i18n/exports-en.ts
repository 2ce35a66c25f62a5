import type { exportsFr } from "./exports-fr.ts";

/** Exports in English. */
export const exportsEn: typeof exportsFr = {
  exports: {
    title: "Exports",
    what: "What do you want to take out?",
    days: "Which days?",
    file: "Which file?",
    kinds: {
      production: {
        name: "Production",
        about: "Pieces, minutes and efficiency, by order and operation",
      },
      orders: { name: "Orders", about: "Ordered, cut, made and left, by size and colour" },
      quality: { name: "Quality", about: "Inspections and defects, by line and order" },
      stops: { name: "Stops", about: "Each stop with its cause and how long it was" },
      stitches: { name: "Stitches and trims", about: "What the counters saw, hour by hour" },
      attendance: { name: "Attendance", about: "Minutes by line and day, of nobody in particular" },
    },
    spans: {
      today: "Today",
      yesterday: "Yesterday",
      week: "This week",
      month: "This month",
    },
    from: "From",
    to: "To",
    ordersNow: "Orders are told as they stand now.",
    formats: {
      xlsx: { name: "Excel", about: "To calculate and filter: a sheet per level" },
      csv: { name: "CSV for French Excel", about: "One table, for Excel in French" },
      "csv-plain": { name: "Plain CSV", about: "For other software: commas and points" },
      pdf: { name: "PDF to hand over", about: "One A4 page to print or to send" },
      json: { name: "JSON", about: "For a program: all levels" },
    },
    oneDay: (kind, day) => `${kind}, ${day}`,
    someDays: (kind, from, to) => `${kind}, ${from} to ${to}`,
    faults: {
      missing: "Choose both dates.",
      reversed: "The first date is after the second.",
      long: "This is too long: 400\u00a0days at most.",
    },
    evening: {
      title: "Each evening, by itself",
      lead: "Ten minutes after the end of the last shift the server writes the day’s files into a folder. A day that is corrected later is written a second time, beside: “-v2”.",
      on: "Write the files each evening",
      folder: "Folder",
      folderHint: "Its whole path, on the server’s computer",
      kinds: "What is written",
      formats: "Files",
      language: "Language of the files",
      languages: { fr: "French", en: "English" },
      off: "Nothing is written in the evening.",
      next: (moment) => `Next files: ${moment}.`,
      waiting: "No file was written yet.",
      last: (day, moment) => `Day ${day} written ${moment}.`,
      lastAgain: (day, version, moment) =>
        `Day ${day} written again ${moment}, version ${version}.`,
      failing: "The evening’s files are not written",
      failingSince: (moment) => `Since ${moment}. The server tries again every minute.`,
      tellOn: "Files are written each evening.",
      tellOff: "Nothing is written in the evening any more.",
      tell: (field, before, after) => `${field}: ${before} becomes ${after}.`,
      none: "nothing",
    },
  },
};
