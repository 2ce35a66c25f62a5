import { usePeopleWords } from "../../../i18n/people.ts";
import { Panel } from "../../../ui/desk/panel.tsx";

/** Where it is decided who sees what somebody made. */
export function OwnProgressPanel() {
  const { t } = usePeopleWords();
  return (
    <Panel title={t.team.own}>
      <p class="about">
        {t.team.ownLead} <a href="/manage/privacy">{t.team.ownLink}</a>
      </p>
    </Panel>
  );
}
