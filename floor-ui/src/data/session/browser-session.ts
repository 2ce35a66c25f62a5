import { browserTimer } from "../timer.ts";
import { createSession, type Session } from "./session.ts";

/** The session of this browser: its cookie goes with each request by itself. */
export function openBrowserSession(): Session {
  return createSession({ fetch: (input, init) => fetch(input, init), setTimer: browserTimer });
}
