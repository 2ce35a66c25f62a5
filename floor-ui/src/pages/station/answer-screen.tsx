import type { ShownAnswer } from "../../data/station/model.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { AnswerStage } from "../../ui/station/answer-panel.tsx";
import { BigButton } from "../../ui/station/big-button.tsx";
import { answerView } from "./answer-view.ts";
import { useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";
import { PersonHead } from "./person-head.tsx";

/** What stops a person: what is wrong, what to do, and one way on. */
export function AnswerScreen({ answer }: { readonly answer: ShownAnswer }) {
  const { model } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  const view = answerView(answer, model.view.value?.next ?? null, i18n);
  const isUnsaved = answer.kind === "unsaved";
  const asksForBundle = answer.act === "scan" && model.view.value?.open.length === 0;
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
          icon={asksForBundle ? "scan-qr-code" : "arrow-right"}
          label={asksForBundle ? station.scanAnother : station.goOn}
          {...(isUnsaved ? {} : { weight: "main" })}
          onPress={model.dismiss}
        />
      </FocusFirst>
    </main>
  );
}
