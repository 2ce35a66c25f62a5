import type { Me } from "../../../floor-ui/src/data/session/me.ts";
import { createSession, type Session } from "../../../floor-ui/src/data/session/session.ts";
import { ADMINISTRATOR } from "../../browser/support/fake-server.ts";

/** The session of a browser whose server says at once, and always, that it is this one. */
export function createFakeSession(me: Me = ADMINISTRATOR): Session {
  return createSession({
    fetch: async () => Response.json(me),
    setTimer: () => () => undefined,
  });
}
