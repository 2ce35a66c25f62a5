import { type AccountRole, PERMISSIONS, type Permission, ROLE_PERMISSIONS } from "@trame/shared";

/** Who speaks in a request, as far as what it shows tells. */
export type Principal =
  | {
      readonly kind: "anonymous" | "local";
      /** It shows what a screen held that somebody took out: it is to forget what it kept. */
      readonly wasRemoved?: boolean;
    }
  | {
      readonly kind: "admin-token";
      /** Of a browser in which it was typed; not given: the request shows the token itself. */
      readonly sessionId?: string;
    }
  | { readonly kind: "api-key"; readonly id: string; readonly permissions: readonly Permission[] }
  | {
      readonly kind: "account";
      readonly id: string;
      readonly role: AccountRole;
      readonly sessionId: string;
      /** Somebody else drew the password: until they have chosen their own they may do nothing else ([AC18]). */
      readonly mustChoose?: boolean;
    }
  | { readonly kind: "wall"; readonly id: string }
  | {
      readonly kind: "station";
      readonly stationId: string;
      /** Of the tablet that was paired; null: it showed the station's key. */
      readonly id: string | null;
    };

const ALL: ReadonlySet<Permission> = new Set(PERMISSIONS);
const NONE: ReadonlySet<Permission> = new Set();

/** All that somebody may do. */
export function permissionsOf(principal: Principal): ReadonlySet<Permission> {
  switch (principal.kind) {
    case "admin-token":
      return ALL;
    case "api-key":
      return new Set(principal.permissions);
    case "account":
      return principal.mustChoose === true ? NONE : ROLE_PERMISSIONS[principal.role];
    default:
      return ROLE_PERMISSIONS[principal.kind];
  }
}

/** What its being let in hangs on; null: on a secret that only a new start changes. */
export function credentialOf(principal: Principal): string | null {
  if (principal.kind === "account") return principal.sessionId;
  if (principal.kind === "admin-token") return principal.sessionId ?? null;
  return "id" in principal ? principal.id : null;
}

export function may(principal: Principal, permission: Permission): boolean {
  return permissionsOf(principal).has(permission);
}

/** Whether somebody has to choose a password of their own before anything else. */
export function mustChoose(principal: Principal): boolean {
  return principal.kind === "account" && principal.mustChoose === true;
}

/** Whether it is known at all who speaks. */
export function isKnown({ kind }: Principal): boolean {
  return kind !== "anonymous" && kind !== "local";
}
