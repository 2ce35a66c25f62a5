import type { DocumentRow, DocumentSection, PrivacyDocument } from "./document.ts";

/** Before these signs, after « and between a number and its unit a French space does not break. */
const BEFORE = / (?=[?!:;»])/g;
const AFTER = /« /g;
const UNIT = /(\d) (?=(?:jours?|ans?|personnes|postes|minutes)\b)/g;

/** A document with the spaces that French print wants. */
export function typeset(document: PrivacyDocument): PrivacyDocument {
  return {
    ...document,
    title: french(document.title),
    mark: document.mark && french(document.mark),
    lead: document.lead.map(french),
    sections: document.sections.map(typesetSection),
  };
}

function typesetSection({ paragraphs, items, rows, ...rest }: DocumentSection): DocumentSection {
  return {
    ...rest,
    heading: french(rest.heading),
    paragraphs: paragraphs.map(french),
    items: items.map(french),
    rows: rows.map(
      ({ name, text }): DocumentRow => ({ name: french(name), text: text && french(text) }),
    ),
  };
}

function french(text: string): string {
  return text
    .replaceAll(BEFORE, "\u00a0")
    .replaceAll(AFTER, "«\u00a0")
    .replaceAll(UNIT, "$1\u00a0");
}
