import type { OpenBundle, Picture } from "@trame/shared";
import type { ShownAnswer } from "../../data/station/model.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { AnswerStage } from "../../ui/station/answer-panel.tsx";
import { BigButton } from "../../ui/station/big-button.tsx";
import { LineIcon, type LineIconName } from "../../ui/station/line-icon.tsx";
import { OperationPictogram } from "../../ui/station/operation-pictogram.tsx";
import { Tens } from "../../ui/station/tens.tsx";
import { callStep } from "./answer-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";
import { doneOf } from "./job-view.ts";
import { Notes } from "./notes.tsx";
import { SimpleHead } from "./simple-head.tsx";
import { callAnswer, simpleAnswer, workSentence } from "./simple-view.ts";
import { useHeld } from "./use-held.ts";
import { useOnce } from "./use-once.ts";
import { useSpoken } from "./use-spoken.ts";

/** One sentence, one picture, a count, three buttons. */
export function SimpleScreen() {
  const desk = useDesk();
  const { model } = desk;
  const i18n = useI18n();
  const { simple } = i18n.t;
  const open = useHeld(shownBundle(desk), model.isSaving.value);
  const isNobody = model.view.value?.present.length === 0;
  const takes = model.gathered.value.length > 0 ? simple.showPart : simple.take;
  const idle = isNobody ? simple.badge : takes;
  const sentence = open === null ? idle : workSentence(open.operation, i18n);
  useSpoken(sentence);
  return (
    <main class="station easy">
      <SimpleHead sentence={sentence} />
      <Notes />
      <section class="stage">
        <StagePicture picture={open?.operation.picture ?? null} idle={isNobody} />
        <div>
          <h1 class="say">{sentence}</h1>
          {open !== null && <SimpleCount open={open} />}
        </div>
      </section>
      <SimpleActions open={open} />
    </main>
  );
}

function StagePicture(props: { readonly picture: Picture | null; readonly idle: boolean }) {
  if (props.picture !== null) return <OperationPictogram picture={props.picture} />;
  const icon: LineIconName = props.idle ? "id-card-lanyard" : "package-open";
  return <LineIcon name={icon} />;
}

function SimpleCount({ open }: { readonly open: OpenBundle }) {
  const { t, number } = useI18n();
  const done = doneOf(open);
  if (done === null) return <p class="num">{t.simple.bare(number(open.pieces))}</p>;
  return (
    <>
      <p class="num">
        <b>{number(done)}</b> {t.simple.outOf(number(open.pieces))}
      </p>
      <Tens done={done} of={open.pieces} />
    </>
  );
}

function SimpleActions({ open }: { readonly open: OpenBundle | null }) {
  const { model, panel } = useDesk();
  const { simple } = useI18n().t;
  const once = useOnce();
  return (
    <section class="trio">
      {open === null ? (
        <BigButton
          icon="scan-qr-code"
          label={simple.scan}
          weight="main"
          onPress={() => {
            panel.value = "scan";
          }}
        />
      ) : (
        <BigButton
          icon="check"
          label={simple.done}
          weight="main"
          onPress={() => once(() => model.finishAllGood(open.code))}
        />
      )}
      <BigButton
        icon="hand"
        label={simple.help}
        onPress={() => {
          panel.value = "help";
        }}
      />
      <BigButton
        icon="coffee"
        label={simple.pause}
        onPress={() => {
          panel.value = "pause";
        }}
      />
    </section>
  );
}

/** Each answer fills the screen and offers one button. */
export function SimpleAnswerScreen({ answer }: { readonly answer: ShownAnswer }) {
  const desk = useDesk();
  const { model, panel } = desk;
  const i18n = useI18n();
  const { simple, station } = i18n.t;
  const step = callStep(answer, model.view.value?.calls);
  const view =
    step === null ? simpleAnswer(answer, shownBundle(desk), i18n) : callAnswer(step, i18n);
  const { tone, icon: mark, title, next, button } = view;
  const sentence = [title, next].filter((part) => part !== null).join(" ");
  const labels = {
    begin: simple.begin,
    scan: simple.scan,
    goOn: simple.goOn,
    again: simple.again,
    retry: station.retry,
  };
  const isScan = button === "scan" || button === "again";
  const goOn = () => {
    model.dismiss();
    if (isScan) panel.value = "scan";
  };
  useSpoken(sentence);
  return (
    <main class="station full simple">
      <SimpleHead sentence={sentence} />
      <AnswerStage view={{ tone, icon: mark, title, next }} />
      <FocusFirst class="ways">
        <BigButton
          icon={button === "retry" ? "rotate-ccw" : isScan ? "scan-qr-code" : "arrow-right"}
          label={labels[button]}
          weight="main"
          onPress={() => (button === "retry" ? void model.retry() : goOn())}
        />
      </FocusFirst>
    </main>
  );
}
