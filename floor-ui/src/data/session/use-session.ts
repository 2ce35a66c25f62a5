import type { Permission } from "@trame/shared";
import { useScreen } from "../screen-context.ts";
import type { Session } from "./session.ts";

/** Who this browser is. */
export function useSession(): Session {
  return useScreen().session;
}

/** Whether whoever is here may do something; false until the server told who it is. */
export function useCan(permission: Permission): boolean {
  return useSession().can(permission);
}
