import { type Signal, signal } from "@preact/signals";
import type { OpenBundle } from "@trame/shared";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Station } from "../../data/station/browser-station.ts";
import type { StationModel } from "../../data/station/model.ts";
import type { ThemeChoice } from "../../data/theme.ts";

/** What lies over the station; one at a time. */
export type Panel =
  | "none"
  | "scan"
  | "outcome"
  | "split"
  | "join"
  | "repaired"
  | "more"
  | "people"
  | "own"
  | "help"
  | "notices"
  | "pause";

/** What the tablet offers beside the model. */
export interface StationTools extends Pick<Station, "voice" | "openCamera" | "own" | "takeBadges"> {
  readonly theme: Pick<ThemeChoice, "theme" | "toggle">;
}

/** All that the station's page works with. */
export interface Desk {
  readonly model: StationModel;
  readonly tools: StationTools;
  readonly panel: Signal<Panel>;
  /** Code of the open bundle that was picked to be shown; the one scanned last when null. */
  readonly picked: Signal<string | null>;
}

/** A page with nothing over it. */
export function createDesk(model: StationModel, tools: StationTools): Desk {
  return { model, tools, panel: signal<Panel>("none"), picked: signal<string | null>(null) };
}

/** Handed down by the page. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk of the page that asks. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk outside the station");
  return desk;
}

/** The open bundle that is shown: the one that was picked while it is open, else the one scanned last. */
export function shownBundle({ model, picked }: Desk): OpenBundle | null {
  const open = model.view.value?.open ?? [];
  return open.find(({ code }) => code === picked.value) ?? open[0] ?? null;
}
