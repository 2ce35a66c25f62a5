import { useCallback, useMemo, useState } from "preact/hooks";
import { usePeopleWords } from "../../../i18n/people.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { AbsencesPanel } from "./absences-panel.tsx";
import { AccompaniedPanel } from "./accompanied-panel.tsx";
import { NamesPanel } from "./names-panel.tsx";
import { OwnProgressPanel } from "./own-progress-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { PresencePanel } from "./presence-panel.tsx";
import { RequestsPanel } from "./requests-panel.tsx";
import { SkillsPanel } from "./skills-panel.tsx";
import { TeamRoundContext } from "./team-round.ts";
import { TrainingPanel } from "./training-panel.tsx";
import "../../../styles/manage-people.css";

/** `/manage/people`: who is here, who knows what, and who is in the team. Nothing of it is a figure of anybody's work. */
export function PeoplePage() {
  const { t } = usePeopleWords();
  return (
    <DeskFrame page="people" title={t.team.title}>
      <Panels />
    </DeskFrame>
  );
}

function Panels() {
  const [round, setRound] = useState(0);
  const next = useCallback(() => setRound((before) => before + 1), []);
  const team = useMemo(() => ({ round, next }), [round, next]);
  return (
    <TeamRoundContext.Provider value={team}>
      <RequestsPanel />
      <PresencePanel />
      <SkillsPanel />
      <TrainingPanel />
      <AbsencesPanel />
      <PeoplePanel />
      <NamesPanel />
      <AccompaniedPanel />
      <OwnProgressPanel />
    </TeamRoundContext.Provider>
  );
}
