import { CAUSES } from "@trame/shared";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { CodeListSection } from "./code-list-section.tsx";
import { SectionFrame } from "./section-frame.tsx";

/** « Causes d’arrêt ». */
export function CausesSection() {
  const { t } = useSettingsWords();
  return (
    <SectionFrame section="causes">
      <CodeListSection
        title={t.settings.sections.causes}
        address="/api/v1/causes"
        field="causes"
        usual={CAUSES}
        firstClass="organisation"
        addText={t.lists.addCause}
      >
        <p class="about">{`${t.lists.firstSix} ${t.lists.removedStays}`}</p>
      </CodeListSection>
    </SectionFrame>
  );
}
