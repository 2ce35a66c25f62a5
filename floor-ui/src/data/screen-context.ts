import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Picture } from "./picture.ts";
import type { Session } from "./session/session.ts";
import type { FirstStart } from "./start/first-start.ts";
import type { ThemeChoice } from "./theme.ts";

/** What every page is handed. */
export interface Screen {
  readonly picture: Picture;
  readonly theme: ThemeChoice;
  readonly firstStart: FirstStart;
  readonly session: Session;
  /** What the server says of itself; not there where none is asked. */
  readonly readHealth?: () => Promise<unknown>;
}

/** Handed down by the app. */
export const ScreenContext = createContext<Screen | null>(null);

/** The screen of the page that asks. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (screen === null) throw new Error("useScreen outside the app");
  return screen;
}
