import type { Question } from "../../data/station/model.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { Sheet } from "../../ui/station/sheet.tsx";
import { useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";
import { SimpleHead } from "./simple-head.tsx";
import { useSpoken } from "./use-spoken.ts";

interface QuestionProps {
  readonly question: Question;
}

/** The next bundle was scanned while one is open: one question, then it goes on. */
export function QuestionSheet(props: QuestionProps & { readonly isSimple: boolean }) {
  return props.isSimple ? (
    <SimpleQuestion question={props.question} />
  ) : (
    <FullQuestion question={props.question} />
  );
}

function FullQuestion({ question }: QuestionProps) {
  const { model, panel } = useDesk();
  const { station } = useI18n().t;
  const { open, left, mayJoin } = question;
  const title = station.questionTitle(open.code);
  const close = { label: station.back, onClose: () => void model.reply({ kind: "cancel" }) };
  useSpoken(`${title}. ${station.questionText(station.day(left))}`);
  return (
    <Sheet icon="package-open" title={title} close={close}>
      <p class="lead">{station.questionText(station.day(left))}</p>
      <section class="grid2">
        <BigButton
          icon="check"
          label={station.questionYes}
          weight="main"
          onPress={() => void model.reply({ kind: "finish" })}
        />
        <BigButton
          icon="circle-alert"
          label={station.questionFaults}
          onPress={() => {
            panel.value = "outcome";
          }}
        />
        {mayJoin && (
          <BigButton
            icon="combine"
            label={station.questionJoin}
            onPress={() => void model.reply({ kind: "join" })}
          />
        )}
        <BigButton
          icon="package-open"
          label={station.questionLeave}
          onPress={() => void model.reply({ kind: "leave" })}
        />
      </section>
    </Sheet>
  );
}

function SimpleQuestion({ question }: QuestionProps) {
  const { model } = useDesk();
  const { simple, station } = useI18n().t;
  const sentence = `${simple.oneMore} ${simple.oneMoreAsk}`;
  useSpoken(sentence);
  return (
    <main class="station easy">
      <SimpleHead sentence={sentence} />
      <section class="big neu" role="status">
        <h1 class="t">{simple.oneMore}</h1>
        <p class="s">{simple.oneMoreAsk}</p>
      </section>
      <FocusFirst class="trio">
        <BigButton
          icon="check"
          label={simple.yes}
          weight="main"
          onPress={() => void model.reply({ kind: "finish" })}
        />
        <BigButton icon="x" label={simple.no} onPress={() => void model.reply({ kind: "leave" })} />
        {question.mayJoin ? (
          <BigButton
            icon="combine"
            label={station.join}
            onPress={() => void model.reply({ kind: "join" })}
          />
        ) : (
          <BigButton
            icon="undo-2"
            label={station.back}
            onPress={() => void model.reply({ kind: "cancel" })}
          />
        )}
      </FocusFirst>
    </main>
  );
}
