import { PERMISSIONS, type Permission } from "./permissions.ts";

/** Whoever asks something of the server, by the kind of what tells who they are. */
export const ROLES = [
  /** Shows nothing that is known. */
  "anonymous",
  /** At the server's own machine, while the server is heard by it alone. */
  "local",
  /** A screen on a wall. */
  "wall",
  /** A station's tablet; whoever badged in acts through it. */
  "station",
  "supervisor",
  "manager",
  "administrator",
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that an account can have. */
export const ACCOUNT_ROLES = ["supervisor", "manager", "administrator"] as const;

export type AccountRole = (typeof ACCOUNT_ROLES)[number];

const READING = ["board.read", "floor.read", "reports.read"] as const;

const SUPERVISING = [
  ...READING,
  "station.act",
  "floor.act",
  "people.read",
  "people.write",
  "settings.read",
  "screens.write",
  "journal.read",
  // Whoever the team asks can open what is kept of it, and print the notice.
  "privacy.read",
] as const;

const MANAGING = [...SUPERVISING, "orders.write", "settings.write", "devices.write"] as const;

/** Which role may do what: the one table, which routes, pages and the documents for the people concerned all read ([RO1]). */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  anonymous: new Set(),
  local: new Set([...READING, "metrics.read"]),
  wall: new Set(["board.read"]),
  station: new Set(["board.read", "station.act"]),
  supervisor: new Set(SUPERVISING),
  manager: new Set(MANAGING),
  administrator: new Set(PERMISSIONS),
};
