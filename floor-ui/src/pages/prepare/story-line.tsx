import type { ActAnswer } from "@trame/shared";
import { actHead } from "../../data/desk/act-head.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { Action } from "../../data/desk/use-action.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { useHref } from "../href.ts";
import { AskAgain } from "./ask-again.tsx";
import type { StoryLine } from "./story-view.ts";

/** One fact of a bundle's life; who leads the floor may take an act back, however old. */
export function Line(props: {
  readonly line: StoryLine;
  readonly action: Action;
  readonly onUndone: () => void;
}) {
  const { line, action, onUndone } = props;
  const { api } = useDesk();
  const canAct = useCan("floor.act");
  const { t } = useDeskWords();
  const href = useHref();
  const { corrects, marks, undoes } = line;
  const isVoid = marks.includes("refused") || marks.includes("undone");

  async function undo(key: string) {
    const body = { ...actHead(Date.now()), undoes: key };
    const sent = api.write<ActAnswer>("POST", "/api/v1/undos", body);
    if ((await action.run(sent, t.story.undone)) !== null) onUndone();
  }

  return (
    <li class={isVoid ? "void" : ""}>
      <span class="time">{line.time}</span>
      <span>
        {line.text}
        {line.answer !== null && <small>{line.answer}</small>}
      </span>
      <span class="story-marks">
        {marks.map((mark) => (
          <b key={mark} class={`tag ${mark}`}>
            {t.story.marks[mark]}
          </b>
        ))}
        {corrects !== null && canAct && (
          <a
            href={href(`/manage/journal?${corrects}`)}
            aria-label={t.story.correctOf({ time: line.time, text: line.text })}
          >
            {t.story.correct}
          </a>
        )}
        {undoes !== null && canAct && (
          <AskAgain
            label={t.story.undo}
            name={t.story.undoOf({ time: line.time, text: line.text })}
            question={t.story.undoSure}
            yes={t.story.undoYes}
            no={t.story.undoNo}
            isOff={action.isBusy}
            onYes={() => void undo(undoes)}
          />
        )}
      </span>
    </li>
  );
}
