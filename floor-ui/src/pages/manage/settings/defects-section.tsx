import { DEFECTS } from "@trame/shared";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { CodeListSection } from "./code-list-section.tsx";
import { SectionFrame } from "./section-frame.tsx";

/** « Défauts ». */
export function DefectsSection() {
  const { t } = useSettingsWords();
  return (
    <SectionFrame section="defects">
      <CodeListSection
        title={t.settings.sections.defects}
        address="/api/v1/settings/defects"
        field="defects"
        usual={DEFECTS}
        addText={t.lists.addDefect}
      >
        <p class="about">{`${t.lists.firstOnes} ${t.lists.removedStays}`}</p>
      </CodeListSection>
    </SectionFrame>
  );
}
