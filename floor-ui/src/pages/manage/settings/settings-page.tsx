import type { Plan } from "@trame/shared";
import { useRead } from "../../../data/desk/use-read.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon, type DeskIconName } from "../../../ui/desk/desk-icon.tsx";
import { useHref } from "../../href.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { useMayOpen } from "../../use-may-open.ts";
import { PlannedNotice } from "./planned-notice.tsx";
import { SECTIONS, type SectionName } from "./sections.ts";
import { usePresent } from "./use-present.ts";
import "../../../styles/manage-settings.css";
import "../../../styles/manage-machines.css";

const ICONS: Readonly<Record<SectionName, DeskIconName>> = {
  workshop: "house",
  hours: "sun",
  lines: "route",
  counters: "grid",
  causes: "list",
  defects: "scissors",
  limits: "alert",
};

/** `/manage/settings`: every section with what is set now. */
export function SettingsPage() {
  const { t } = useSettingsWords();
  return (
    <DeskFrame page="settings" title={t.settings.title}>
      <p class="about">{t.settings.lead}</p>
      <PlannedNotice />
      <Sections />
      <Elsewhere />
    </DeskFrame>
  );
}

function Sections() {
  const { t } = useSettingsWords();
  const href = useHref();
  const plan = useRead<Plan>("/api/v1/plan");
  const present = usePresent(plan.value);
  if (plan.value === null) return <Waiting reading={plan} />;
  return (
    <ul class="se-cards">
      {SECTIONS.map((section) => (
        <li key={section}>
          <a class="se-card" href={href(`/manage/settings/${section}`)}>
            <b>
              <DeskIcon name={ICONS[section]} />
              {t.settings.sections[section]}
            </b>
            {present(section).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Settings that are kept where the work is. */
function Elsewhere() {
  const { t } = useSettingsWords();
  const href = useHref();
  const mayOpen = useMayOpen();
  const { elsewhereLinks: links } = t.settings;
  const all = [
    ["/prepare/stations", links.stations],
    ["/manage/people", links.people],
    ["/manage/exports", links.exports],
    ["/manage/access", links.access],
    ["/manage/backups", links.backups],
  ] as const;
  return (
    <nav class="se-elsewhere" aria-label={t.settings.elsewhere}>
      <h2>{t.settings.elsewhere}</h2>
      <ul class="row">
        {all
          .filter(([path]) => mayOpen(path))
          .map(([path, name]) => (
            <li key={path}>
              <a href={href(path)}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
