import { type ReadonlySignal, signal } from "@preact/signals";
import type { Keep } from "../keep.ts";

/** The admin token as this tab knows it: typed once, forgotten when the tab is closed. */
export interface AdminToken {
  /** null until somebody typed one that the server took. */
  readonly token: ReadonlySignal<string | null>;
  keep(token: string): void;
  forget(): void;
}

const KEY = "trame-admin-token";

/** `session` lasts as long as the tab; where nothing can be kept the token lasts as long as the page. */
export function createAdminToken(session: Keep): AdminToken {
  const token = signal(session.read(KEY) || null);
  return {
    token,
    keep(given) {
      token.value = given;
      session.write(KEY, given);
    },
    forget() {
      token.value = null;
      session.write(KEY, "");
    },
  };
}
