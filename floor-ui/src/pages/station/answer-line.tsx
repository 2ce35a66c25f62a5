import type { ShownAnswer } from "../../data/station/model.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { AnswerPanel, type AnswerView } from "../../ui/station/answer-panel.tsx";
import { answerView } from "./answer-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { isNamed } from "./is-named.ts";
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
  const said = answer === null ? null : toldAs(answer, answerView(answer, ahead, i18n));

  /** The greeting says a pseudonym, where none may stand beside a count. */
  function toldAs({ act, kind }: ShownAnswer, told: AnswerView): AnswerView {
    const isGreeting = act === "badge" && kind === "accepted";
    if (!isGreeting || isNamed(model.view.value)) return told;
    return { ...told, title: i18n.t.station.badgeRead };
  }

  const view = said === null || instead == null ? said : { ...said, next: instead };
  useSpoken(view === null ? null : [view.title, view.next ?? ""].join(". "));
  const isWorking = model.view.value?.open.length !== 0;
  const idle =
    next === null || !isWorking ? null : { title: i18n.t.station.next, text: cardLine(next, i18n) };
  return <AnswerPanel view={view} idle={idle} />;
}
