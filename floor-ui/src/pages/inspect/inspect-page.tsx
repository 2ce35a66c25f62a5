import { useEffect, useRef, useState } from "preact/hooks";
import { createKeep } from "../../data/keep.ts";
import { useScreen } from "../../data/screen-context.ts";
import { openStation } from "../../data/station/browser-station.ts";
import { registerServiceWorker } from "../../data/station/register-service-worker.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { createDesk, type Desk, DeskContext } from "../station/desk.ts";
import { StationScreen } from "../station/station-screen.tsx";
import { InspectScreen } from "./inspect-screen.tsx";
import { createInspection, type Inspection, InspectionContext } from "./inspection.ts";
import "../../styles/station.css";
import "../../styles/station-buttons.css";
import "../../styles/station-calls.css";
import "../../styles/station-job.css";
import "../../styles/station-swatch.css";
import "../../styles/station-answer.css";
import "../../styles/station-sheets.css";
import "../../styles/station-defects.css";
import "../../styles/station-code.css";
import "../../styles/station-narrow.css";
import "../../styles/station-own.css";
import "../../styles/station-modes.css";
import "../../styles/inspect.css";

/** `/inspect/S11`: where pieces are looked at. The key, the outbox and what the tablet keeps are those of the station. */
export function InspectPage({ stationId = "" }: { readonly stationId?: string }) {
  const { picture, theme } = useScreen();
  const { language } = useI18n();
  const [opened, setOpened] = useState<{ desk: Desk; inspection: Inspection } | null>(null);
  const spoken = useRef(language);
  spoken.current = language;
  useEffect(() => {
    const station = openStation({
      stationId,
      picture,
      keep: createKeep(() => localStorage),
      language: () => spoken.current,
    });
    const { model, ...tools } = station;
    setOpened({
      desk: createDesk(model, { ...tools, theme }),
      inspection: createInspection(station.sendPhoto),
    });
    return station.close;
  }, [stationId, picture, theme]);
  useEffect(() => registerServiceWorker(navigator), []);
  if (opened === null) return null;
  return (
    <DeskContext.Provider value={opened.desk}>
      <InspectionContext.Provider value={opened.inspection}>
        <StationScreen work={InspectScreen} />
      </InspectionContext.Provider>
    </DeskContext.Provider>
  );
}
