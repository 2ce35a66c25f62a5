import { useEffect, useRef, useState } from "preact/hooks";
import { createKeep } from "../../data/keep.ts";
import { useScreen } from "../../data/screen-context.ts";
import { openStation } from "../../data/station/browser-station.ts";
import { registerServiceWorker } from "../../data/station/register-service-worker.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { createDesk, type Desk, DeskContext } from "./desk.ts";
import { StationScreen } from "./station-screen.tsx";
import "../../styles/station.css";
import "../../styles/station-buttons.css";
import "../../styles/station-calls.css";
import "../../styles/station-job.css";
import "../../styles/station-swatch.css";
import "../../styles/station-answer.css";
import "../../styles/station-sheets.css";
import "../../styles/station-defects.css";
import "../../styles/station-code.css";
import "../../styles/station-simple.css";
import "../../styles/station-trio.css";
import "../../styles/station-narrow.css";
import "../../styles/station-modes.css";
import "../../styles/station-own.css";

/** `/station/S01`: where a couturière scans. */
export function StationPage({ stationId = "" }: { readonly stationId?: string }) {
  const { picture, theme } = useScreen();
  const { language } = useI18n();
  const [desk, setDesk] = useState<Desk | null>(null);
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
    setDesk(createDesk(model, { ...tools, theme }));
    return station.close;
  }, [stationId, picture, theme]);
  useEffect(() => registerServiceWorker(navigator), []);
  if (desk === null) return null;
  return (
    <DeskContext.Provider value={desk}>
      <StationScreen />
    </DeskContext.Provider>
  );
}
