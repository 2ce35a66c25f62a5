import type { Cause } from "@trame/shared";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import type { Scene } from "./scene.ts";

/** What all parts of a wall share; it changes with the plan or the day. */
export interface WallFrame {
  readonly head: BoardHead;
  /** What stops are called here. */
  readonly causes: readonly Cause[];
}

/** Handed down by the page. */
export const WallContext = createContext<WallFrame | null>(null);

/** The wall of the part that asks. */
export function useWall(): WallFrame {
  const frame = useContext(WallContext);
  if (frame === null) throw new Error("useWall outside a wall");
  return frame;
}

/** The scene of whoever asks; it follows the seconds. */
export function useScene(): Scene {
  const { picture } = useScreen();
  return { ...useWall(), asOf: picture.asOf.value, i18n: useI18n() };
}
