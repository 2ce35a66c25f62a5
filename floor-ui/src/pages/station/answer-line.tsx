import { useI18n } from "../../i18n/i18n.ts";
import { AnswerPanel } from "../../ui/station/answer-panel.tsx";
import { answerView } from "./answer-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { useSpoken } from "./use-spoken.ts";
import { cardLine } from "./words.ts";

/** The last answer, beside the work; before there is one, what comes next. */
export function AnswerLine() {
  const desk = useDesk();
  const { model } = desk;
  const i18n = useI18n();
  const answer = model.answer.value;
  const { next = null, calls } = model.view.value ?? {};
  const ahead = { open: shownBundle(desk), next, calls };
  const view = answer === null ? null : answerView(answer, ahead, i18n);
  useSpoken(view === null ? null : [view.title, view.next ?? ""].join(". "));
  const isWorking = model.view.value?.open.length !== 0;
  const idle =
    next === null || !isWorking ? null : { title: i18n.t.station.next, text: cardLine(next, i18n) };
  return <AnswerPanel view={view} idle={idle} />;
}
