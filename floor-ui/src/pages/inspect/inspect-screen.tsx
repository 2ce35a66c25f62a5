import type { OpenBundle, StationView } from "@trame/shared";
import { useI18n } from "../../i18n/i18n.ts";
import { useInspectWords } from "../../i18n/inspect-words.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { JobCard } from "../../ui/station/job-card.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { AnswerLine } from "../station/answer-line.tsx";
import { shownBundle, useDesk } from "../station/desk.ts";
import { jobView } from "../station/job-view.ts";
import { useHeld } from "../station/use-held.ts";
import { cardLine } from "../station/words.ts";
import { WorkFrame } from "../station/work-frame.tsx";
import { FaultSheet } from "./fault-sheet.tsx";
import { InspectActions } from "./inspect-actions.tsx";
import { offeredOf, saidOf } from "./inspect-view.ts";
import { useInspection } from "./inspection.ts";

/** The bundle, what was said of it so far, and what the next piece is. */
export function InspectScreen() {
  const desk = useDesk();
  const { model } = desk;
  const { fault, sample } = useInspection();
  const view = model.view.value;
  const shown = useHeld(shownBundle(desk), model.isSaving.value);
  if (view === null) return null;
  const open = sample.value === null ? shown : null;
  if (fault.value !== null) return <FaultSheet kind={fault.value} bundle={open} />;
  return (
    <WorkFrame
      view={view}
      open={open}
      isInspect={true}
      job={
        <>
          <Subject view={view} open={open} />
          <Answer />
        </>
      }
      actions={<InspectActions open={open} />}
    />
  );
}

/** A photo that did not go along with the piece is told here: not to be found out in the evening. */
function Answer() {
  const { model } = useDesk();
  const { withoutPhoto } = useInspection();
  const words = useInspectWords();
  const key = model.answer.value?.key ?? null;
  const isWithout = key !== null && withoutPhoto.value === key;
  return <AnswerLine thenDo={words.judge} instead={isWithout ? words.toldWithoutPhoto : null} />;
}

function Subject({ view, open }: { readonly view: StationView; readonly open: OpenBundle | null }) {
  const { sample } = useInspection();
  if (sample.value !== null) return <Sample seen={sample.value} />;
  return open === null ? <Choice view={view} /> : <Inspected open={open} />;
}

function Inspected({ open }: { readonly open: OpenBundle }) {
  const i18n = useI18n();
  const words = useInspectWords();
  const said = saidOf(open, words);
  return (
    <div class="open">
      <JobCard view={jobView(open, i18n, open.finished)} correction={null} />
      {said.length > 0 && (
        <ul class="marks" aria-label={words.said}>
          {said.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Nothing is open: scan a ticket, or touch a bundle that waits here. */
function Choice({ view }: { readonly view: StationView }) {
  const { model } = useDesk();
  const i18n = useI18n();
  const words = useInspectWords();
  const { station } = i18n.t;
  const offered = offeredOf(view);
  return (
    <div class="card waiting">
      <LineIcon name="scan-qr-code" />
      <p class="t">{station.scanBundle}</p>
      <p class="s">{offered.length === 0 ? station.nextNone : words.choose}</p>
      <ul class="offered">
        {offered.map((card) => (
          <li key={card.code}>
            <BigButton
              icon="package-open"
              label={cardLine(card, i18n)}
              weight="soft"
              onPress={() => void model.scan(card.code, "hand")}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sample({ seen }: { readonly seen: number }) {
  const words = useInspectWords();
  return (
    <div class="card waiting">
      <LineIcon name="search-check" />
      <p class="t" role="status">
        {words.seen(seen)}
      </p>
      <p class="s">{words.sampleText}</p>
    </div>
  );
}
