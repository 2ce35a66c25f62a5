import { useI18n } from "../../i18n/i18n.ts";
import { AnswerPanel } from "../../ui/station/answer-panel.tsx";
import { answerView } from "./answer-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { useSpoken } from "./use-spoken.ts";
import { cardLine } from "./words.ts";

interface AnswerLineProps {
  /** What there is to do with a bundle that was scanned, where nobody sews. */
  readonly thenDo?: string;
  /** Said in place of what to do next. */
  readonly instead?: string | null;
}

/** The last answer, beside the work; before there is one, what comes next. */
export function AnswerLine({ thenDo, instead }: AnswerLineProps) {
  const desk = useDesk();
  const { model } = desk;
  const i18n = useI18n();
  const answer = model.answer.value;
  const { next = null, calls } = model.view.value ?? {};
  const ahead = { open: shownBundle(desk), next, calls, thenDo: thenDo ?? null };
  const said = answer === null ? null : answerView(answer, ahead, i18n);
  const view = said === null || instead == null ? said : { ...said, next: instead };
  useSpoken(view === null ? null : [view.title, view.next ?? ""].join(". "));
  const isWorking = model.view.value?.open.length !== 0;
  const idle =
    next === null || !isWorking ? null : { title: i18n.t.station.next, text: cardLine(next, i18n) };
  return <AnswerPanel view={view} idle={idle} />;
}
