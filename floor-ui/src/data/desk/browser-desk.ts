import type { Language } from "@trame/shared";
import { createKeep } from "../keep.ts";
import { createAdminToken } from "./admin-token.ts";
import { createDeskApi } from "./desk-api.ts";
import type { Desk } from "./desk-context.ts";

/** The desk of this tab. */
export function openBrowserDesk(language: () => Language): Desk {
  const admin = createAdminToken(createKeep(() => sessionStorage));
  const api = createDeskApi({
    fetch: (input, init) => fetch(input, init),
    token: () => admin.token.peek(),
    language,
  });
  return { api, admin };
}
