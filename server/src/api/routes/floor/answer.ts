import { type ActAnswer, isRefusalCode, sentenceOf } from "@trame/shared";
import type { StoredAnswer } from "../../../store/floor/stored-answer.ts";
import { languageOf } from "../../language.ts";
import type { Asked } from "../../refuse.ts";

/** A stored answer with its sentence, in the language that a request asks for. */
export function tellAnswer({ headers }: Asked, { blanks, ...answer }: StoredAnswer): ActAnswer {
  return { ...answer, message: sentence(answer.code, headers["accept-language"], blanks) };
}

/** An answer that an earlier version gave under a code of its own keeps its code. */
function sentence(
  code: string,
  header: string | undefined,
  blanks: StoredAnswer["blanks"],
): string {
  return isRefusalCode(code) ? sentenceOf(code, languageOf(header), blanks) : code;
}
