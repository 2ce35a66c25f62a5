import type { ShownAnswer } from "../../data/station/model.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { AnswerStage } from "../../ui/station/answer-panel.tsx";
import { BigButton } from "../../ui/station/big-button.tsx";
import { answerView } from "./answer-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";
import { PersonHead } from "./person-head.tsx";

/** What stops a person: what is wrong, what to do, and one way on. */
export function AnswerScreen({ answer }: { readonly answer: ShownAnswer }) {
  const desk = useDesk();
  const { model, panel } = desk;
  const i18n = useI18n();
  const { station } = i18n.t;
  const ahead = { open: shownBundle(desk), next: model.view.value?.next ?? null };
  const view = answerView(answer, ahead, i18n);
  const isUnsaved = answer.kind === "unsaved";
  const waitsForPart = model.gathered.value.length > 0;
  const asksForBundle = answer.act === "scan" && ahead.open === null;
  const asks = waitsForPart ? station.scanOtherPart : station.scanAnother;
  const isScan = asksForBundle || waitsForPart;
  const goOn = () => {
    model.dismiss();
    if (isScan) panel.value = "scan";
  };
  return (
    <main class="station full">
      <PersonHead />
      <AnswerStage view={view} />
      <FocusFirst class="ways">
        {isUnsaved && (
          <BigButton
            icon="rotate-ccw"
            label={station.retry}
            weight="main"
            onPress={() => void model.retry()}
          />
        )}
        <BigButton
          icon={isScan ? "scan-qr-code" : "arrow-right"}
          label={isScan ? asks : station.goOn}
          {...(isUnsaved ? {} : { weight: "main" })}
          onPress={goOn}
        />
      </FocusFirst>
    </main>
  );
}
