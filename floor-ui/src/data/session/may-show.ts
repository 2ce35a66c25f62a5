import type { Permission } from "@trame/shared";
import { isSignedIn, type Me } from "./me.ts";

/** Whether a page is shown to somebody; `null`: to whoever signed in. */
export function mayShow(me: Me, needs: Permission | null): boolean {
  return needs === null ? isSignedIn(me) : me.permissions.includes(needs);
}
