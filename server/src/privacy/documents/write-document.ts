import { writeConsultation } from "./consultation.ts";
import type { DocumentFacts, DocumentKind, PrivacyDocument } from "./document.ts";
import { writeEasyNotice } from "./easy.ts";
import { writeImpact } from "./impact.ts";
import { writeNotice } from "./notice.ts";
import { writeRegister } from "./register.ts";
import { typeset } from "./typeset.ts";

const WRITERS: Readonly<Record<DocumentKind, (facts: DocumentFacts) => PrivacyDocument>> = {
  notice: writeNotice,
  easy: writeEasyNotice,
  register: writeRegister,
  consultation: writeConsultation,
  impact: writeImpact,
};

/** Writes a document from what is in force: a setting that changes changes what is written ([PR8]). Pure. */
export function writeDocument(kind: DocumentKind, facts: DocumentFacts): PrivacyDocument {
  return typeset(WRITERS[kind](facts));
}
