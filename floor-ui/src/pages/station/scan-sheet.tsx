import { useI18n } from "../../i18n/i18n.ts";
import { BackSheet } from "./back-sheet.tsx";
import { CodeEntry } from "./code-entry.tsx";

/** A ticket or a badge: shown to the camera, typed, or read by the reader meanwhile. */
export function ScanSheet() {
  const { station } = useI18n().t;
  return (
    <BackSheet icon="scan-qr-code" title={station.typeTitle}>
      <CodeEntry />
    </BackSheet>
  );
}
