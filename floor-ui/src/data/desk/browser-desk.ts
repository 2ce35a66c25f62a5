import type { Language } from "@trame/shared";
import type { Session } from "../session/session.ts";
import { createSignedFetch } from "../session/signed-fetch.ts";
import { createDeskAge } from "./desk-age.ts";
import { createDeskApi } from "./desk-api.ts";
import type { Desk } from "./desk-context.ts";

/** The desk of this tab: what nobody may who is not known waits for somebody to sign in. */
export function openBrowserDesk(language: () => Language, session: Session): Desk {
  const api = createDeskApi({
    fetch: createSignedFetch((input, init) => fetch(input, init), session),
    language,
  });
  return { api, session, age: createDeskAge(() => performance.now()) };
}
