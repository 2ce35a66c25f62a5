import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "../session/session.ts";
import type { DeskAge } from "./desk-age.ts";
import type { DeskApi } from "./desk-api.ts";

/** What each page of the desk works with. */
export interface Desk {
  readonly api: DeskApi;
  readonly session: Session;
  readonly age: DeskAge;
}

/** Handed down by the frame of the pages. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk of the page that asks. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk outside its frame");
  return desk;
}
