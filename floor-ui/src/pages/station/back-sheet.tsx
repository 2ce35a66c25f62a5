import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import type { LineIconName } from "../../ui/station/line-icon.tsx";
import { Sheet } from "../../ui/station/sheet.tsx";
import { useDesk } from "./desk.ts";

/** A sheet that a person opened, and may leave. */
export function BackSheet(props: {
  readonly icon: LineIconName;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { panel } = useDesk();
  const { station } = useI18n().t;
  const close = useMemo(
    () => ({
      label: station.close,
      onClose() {
        panel.value = "none";
      },
    }),
    [panel, station],
  );
  return (
    <Sheet icon={props.icon} title={props.title} close={close}>
      {props.children}
    </Sheet>
  );
}
