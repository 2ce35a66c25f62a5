import { useI18n } from "../../i18n/i18n.ts";
import { BackSheet } from "./back-sheet.tsx";
import { CodeEntry } from "./code-entry.tsx";
import { useDesk } from "./desk.ts";

/** A ticket or a badge: shown to the camera, typed, or read by the reader meanwhile. Where nobody is, it is a badge. */
export function ScanSheet() {
  const { model } = useDesk();
  const { station } = useI18n().t;
  const isBadge = model.view.value?.present.length === 0 && model.view.value.open.length === 0;
  return (
    <BackSheet
      icon={isBadge ? "id-card-lanyard" : "scan-qr-code"}
      title={isBadge ? station.typeBadgeTitle : station.typeTitle}
    >
      <CodeEntry hint={isBadge ? station.typeBadgeHint : station.typeHint} />
    </BackSheet>
  );
}
