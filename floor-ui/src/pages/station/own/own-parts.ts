import type { OwnData } from "@trame/shared";
import type { Proof } from "../../../data/station/own-data.ts";
import type { LineIconName } from "../../../ui/station/line-icon.tsx";

/** What « Mes données » has, one at a time. */
export type OwnPart = "sheet" | "where" | "looks" | "progress" | "requests" | "copy" | "pin";

export const PART_ICONS: Readonly<Record<OwnPart, LineIconName>> = {
  sheet: "id-card-lanyard",
  where: "history",
  looks: "eye",
  progress: "trending-up",
  requests: "hand",
  copy: "download",
  pin: "key-round",
};

/** In the order of the menu; progress only where the workshop shows people theirs. */
export function partsOf({ progress }: Pick<OwnData, "progress">): OwnPart[] {
  const own: readonly OwnPart[] = progress === null ? [] : ["progress"];
  return ["sheet", "where", "looks", ...own, "requests", "copy", "pin"];
}

/** What each part is handed. */
export interface OwnPartProps {
  readonly part: OwnPart;
  readonly data: OwnData;
  readonly proof: Proof;
  /** Whoever reads with effort: one sentence a screen. */
  readonly isEasy: boolean;
  /** Something changed: it is read again with this. */
  readonly onChanged: (proof: Proof) => void;
  readonly onBack: () => void;
}
