import type { ComponentChildren } from "preact";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { ReadOnly } from "../../access/allowed.tsx";
import { useHref } from "../../href.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { PlannedNotice } from "./planned-notice.tsx";
import type { SectionName } from "./sections.ts";
import "../../../styles/manage-settings.css";
import "../../../styles/manage-machines.css";

/** Sections whose settings are part of the plan. */
const IN_PLAN: readonly SectionName[] = ["workshop", "hours", "lines", "counters", "limits"];

/** One section of the settings: its title, what it is for, and the way back. */
export function SectionFrame(props: {
  readonly section: SectionName;
  readonly children: ComponentChildren;
}) {
  const { section, children } = props;
  const { t } = useSettingsWords();
  const href = useHref();
  return (
    <DeskFrame page="settings" title={t.settings.sections[section]}>
      <div class="se-head">
        <p class="about">{t.settings.leads[section]}</p>
        <a class="se-back" href={href("/manage/settings")}>
          <DeskIcon name="left" />
          {t.settings.back}
        </a>
      </div>
      {IN_PLAN.includes(section) && <PlannedNotice />}
      <ReadOnly unless="settings.write">{children}</ReadOnly>
    </DeskFrame>
  );
}
