import { useReportWords } from "../../i18n/manage-day.ts";
import { SidePanel } from "../../ui/desk/side-panel.tsx";
import { DrillFacts } from "./drill-facts-list.tsx";
import { DrillFormula } from "./drill-formula.tsx";
import type { DrillTarget } from "./drill-target.ts";

export interface DrillPanelProps {
  readonly target: DrillTarget;
  readonly onClose: () => void;
  /** The facts no longer come to what the page shows. */
  readonly onReload: () => void;
}

/** What is behind a figure: its facts, or the figures that it is computed from. */
export function DrillPanel({ target, onClose, onReload }: DrillPanelProps) {
  const { t } = useReportWords();
  const figure = t.drill.figures[target.figure];
  return (
    <SidePanel
      title={t.drill.title({ figure, name: target.name })}
      close={t.drill.close}
      onClose={onClose}
    >
      {target.kind === "facts" ? (
        <DrillFacts target={target} onReload={onReload} />
      ) : (
        <DrillFormula target={target} />
      )}
    </SidePanel>
  );
}
