import type { Cause, CauseClass } from "@trame/shared";
import type { FloorI18n } from "../../i18n/floor-words.ts";
import type { CauseButton } from "../../ui/floor-desk/cause-grid.tsx";
import type { FloorIconName } from "../../ui/floor-desk/floor-icon.tsx";

const ICONS: Readonly<Record<CauseClass, FloorIconName | null>> = {
  machine: "machine",
  material: "material",
  quality: "quality",
  support: "support",
  waiting: "wait",
  planned: "clock",
  organisation: null,
};

/** Causes as buttons; `subject` is the stop that they are about. */
export function causesAsButtons(
  causes: readonly Cause[],
  {
    subject,
    held,
    i18n,
  }: {
    readonly subject: string;
    /** The cause that it has; null while it has none. */
    readonly held: string | null;
    readonly i18n: FloorI18n;
  },
): readonly CauseButton[] {
  return causes.map((cause) => {
    const label = i18n.words(cause.label);
    return {
      code: cause.code,
      label,
      name: i18n.t.floorStops.causeOf(label, subject),
      icon: cause.code === "thread" ? "thread" : ICONS[cause.class],
      isOn: cause.code === held,
    };
  });
}

/** A cause in words; its code where the list has it no more. */
export function causeName(code: string | null, causes: readonly Cause[], i18n: FloorI18n): string {
  if (code === null) return i18n.t.floorStops.noCause;
  const cause = causes.find((each) => each.code === code);
  return cause === undefined ? code : i18n.words(cause.label);
}
