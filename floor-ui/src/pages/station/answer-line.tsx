import { useI18n } from "../../i18n/i18n.ts";
import { AnswerPanel } from "../../ui/station/answer-panel.tsx";
import { answerView } from "./answer-view.ts";
import { useDesk } from "./desk.ts";
import { useSpoken } from "./use-spoken.ts";

/** The last answer, beside the work. */
export function AnswerLine() {
  const { model } = useDesk();
  const i18n = useI18n();
  const answer = model.answer.value;
  const view = answer === null ? null : answerView(answer, model.view.value?.next ?? null, i18n);
  useSpoken(view === null ? null : [view.title, view.next ?? ""].join(". "));
  return <AnswerPanel view={view} />;
}
