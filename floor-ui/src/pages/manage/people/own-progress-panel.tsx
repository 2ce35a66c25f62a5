import { usePeopleWords } from "../../../i18n/people.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useMayOpen } from "../../use-may-open.ts";

const PRIVACY = "/manage/privacy";

/** Where it is decided who sees what somebody made. */
export function OwnProgressPanel() {
  const { t } = usePeopleWords();
  const mayOpen = useMayOpen();
  return (
    <Panel title={t.team.own}>
      <p class="about">
        {t.team.ownLead} {mayOpen(PRIVACY) ? <a href={PRIVACY}>{t.team.ownLink}</a> : t.team.ownAsk}
      </p>
    </Panel>
  );
}
