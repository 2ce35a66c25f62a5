import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { ShownAnswer } from "../../data/station/model.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { AnswerScreen } from "./answer-screen.tsx";
import { fillsScreen } from "./answer-view.ts";
import { BadgeScreen } from "./badge-screen.tsx";
import { useDesk } from "./desk.ts";
import { HelpSheet } from "./help-sheet.tsx";
import { JoinSheet } from "./join-sheet.tsx";
import { MoreSheet } from "./more-sheet.tsx";
import { NoticeScreen } from "./notice-screen.tsx";
import { NoticesSheet } from "./notices-sheet.tsx";
import { BundleOutcome } from "./outcome-sheet.tsx";
import { BadgePinSheet } from "./own/badge-pin-sheet.tsx";
import { OwnSheet } from "./own/own-sheet.tsx";
import { PairLink } from "./pair-link.tsx";
import { PauseScreen } from "./pause-screen.tsx";
import { PeopleSheet } from "./people-sheet.tsx";
import { QuestionSheet } from "./question-sheet.tsx";
import { RepairedSheet } from "./repaired-sheet.tsx";
import { ScanSheet } from "./scan-sheet.tsx";
import { SimpleAnswerScreen, SimpleScreen } from "./simple-screen.tsx";
import { SplitSheet } from "./split-sheet.tsx";
import { SwitchKey } from "./switch-key.tsx";
import { useModes } from "./use-modes.ts";
import { usePanelEnds } from "./use-panel-ends.ts";
import { WorkScreen } from "./work-screen.tsx";

/** The station as it is at this moment: one screen at a time; `work` stands where a couturière sews. */
export function StationScreen({ work }: { readonly work?: ComponentType }) {
  const { model } = useDesk();
  const mode = model.me.value?.mode;
  const name = model.view.value?.station.name;
  useEffect(() => {
    if (name !== undefined) document.title = name;
  }, [name]);
  useModes();
  usePanelEnds();
  return (
    <>
      <Current work={work ?? null} />
      {mode?.oneSwitch === true && <SwitchKey />}
    </>
  );
}

interface CurrentProps {
  /** Of somebody who does not sew, whatever their mode. */
  readonly work: ComponentType | null;
}

function Current({ work }: CurrentProps) {
  const { model, panel } = useDesk();
  const { t } = useI18n();
  const { station } = t;
  const connection = model.connection.value;
  if (!model.isLoaded.value) return <NoticeScreen title={station.loading} hint={null} />;
  if (connection === "unpaired") {
    return (
      <NoticeScreen icon="scan-qr-code" title={station.unpaired} hint={station.unpairedHint}>
        <PairLink />
      </NoticeScreen>
    );
  }
  if (model.isStationUnknown.value) {
    return (
      <NoticeScreen
        icon="scan-qr-code"
        title={station.unknownStation(model.stationId)}
        hint={station.unknownStationHint}
      />
    );
  }
  if (model.view.value === null) {
    return connection === "refused" ? (
      <NoticeScreen icon="scan-qr-code" title={station.refused} hint={station.refusedHint}>
        <PairLink />
      </NoticeScreen>
    ) : (
      <NoticeScreen icon="cloud-off" title={station.loading} hint={station.firstWait} />
    );
  }
  if (panel.value === "pause") return <PauseScreen />;
  return <Opened work={work} />;
}

/** The server's view is known. What asks comes first, then what a person opened, then what came of the last action. */
function Opened({ work: Work }: CurrentProps) {
  const { model, panel } = useDesk();
  const answer = model.answer.value;
  const isSimple = Work === null && model.me.value?.mode.simple === true;
  if (panel.value === "outcome") return <BundleOutcome />;
  const badge = badgeToProve(answer);
  if (badge !== null) return <BadgePinSheet key={answer?.key} badge={badge} />;
  if (model.question.value !== null && panel.value !== "join") {
    return <QuestionSheet question={model.question.value} isSimple={isSimple} />;
  }
  if (panel.value !== "none") return <PanelSheet />;
  if (answer !== null && isSimple) return <SimpleAnswerScreen answer={answer} />;
  if (answer !== null && fillsScreen(answer)) return <AnswerScreen answer={answer} />;
  if (Work !== null) return <Work />;
  return isSimple ? <SimpleScreen /> : <Sewing />;
}

/** The badge that was read, of somebody who chose that it needs a PIN. */
function badgeToProve(answer: ShownAnswer | null): string | null {
  return answer?.code === "badge-pin-wanted" ? answer.text : null;
}

/** Where nobody is and nothing is open, a badge is asked for. */
function Sewing() {
  const { model } = useDesk();
  const isIdle = model.gathered.value.length === 0 && model.view.value?.open.length === 0;
  const isEmpty = isIdle && model.view.value?.present.length === 0;
  return isEmpty ? <BadgeScreen /> : <WorkScreen />;
}

function PanelSheet() {
  const { panel } = useDesk();
  switch (panel.value) {
    case "scan":
      return <ScanSheet />;
    case "split":
      return <SplitSheet />;
    case "join":
      return <JoinSheet />;
    case "repaired":
      return <RepairedSheet />;
    case "more":
      return <MoreSheet />;
    case "people":
      return <PeopleSheet />;
    case "own":
      return <OwnSheet />;
    case "help":
      return <HelpSheet />;
    case "notices":
      return <NoticesSheet />;
    case "none":
    case "outcome":
    case "pause":
      return null;
  }
}
