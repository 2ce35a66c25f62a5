import { CausesSection } from "./causes-section.tsx";
import { CountersSection } from "./counters-section.tsx";
import { DefectsSection } from "./defects-section.tsx";
import { HoursSection } from "./hours-section.tsx";
import { LimitsSection } from "./limits-section.tsx";
import { LinesSection } from "./lines-section.tsx";
import { SECTIONS, type SectionName } from "./sections.ts";
import { SettingsPage } from "./settings-page.tsx";
import { WorkshopSection } from "./workshop-section.tsx";

const PAGES: Readonly<Record<SectionName, () => preact.JSX.Element>> = {
  workshop: WorkshopSection,
  hours: HoursSection,
  lines: LinesSection,
  counters: CountersSection,
  causes: CausesSection,
  defects: DefectsSection,
  limits: LimitsSection,
};

/** `/manage/settings/:section`; what is no section is the list of them. */
export function SectionPage({ section }: { readonly section?: string }) {
  const known = SECTIONS.find((each) => each === section);
  const Page = known === undefined ? SettingsPage : PAGES[known];
  return <Page key={known ?? ""} />;
}
