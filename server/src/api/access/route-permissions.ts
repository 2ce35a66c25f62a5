import type { Permission } from "@trame/shared";

/** `public`: nobody need be known. */
export type RoutePermission = Permission | "public";

/**
 * What each route needs: the whole of it, so that who may do what is read in one place. A method and an address that are not
 * here can't be served.
 */
const TABLE: Readonly<Record<RoutePermission, readonly string[]>> = {
  // Pages and what tells how to show them; sockets that ask who speaks in a way of their own.
  public: [
    ...["/", "/*", "/wall", "/wall/*", "/station/*", "/inspect/*", "/start", "/manage"].map(get),
    ...["/manage/*", "/prepare", "/prepare/*", "/floor", "/floor/*", "/bundle/*"].map(get),
    "GET /api/openapi.json",
    "GET /api/v1/health",
    "GET /api/v1/settings/screens",
    // Whoever asks is told who they are, and may show who they are.
    "GET /api/v1/me",
    "POST /api/v1/setup",
    "POST /api/v1/sessions",
    "DELETE /api/v1/sessions/current",
    // Of one's own account: each asks by itself whose it is.
    "GET /api/v1/sessions",
    "DELETE /api/v1/sessions/:id",
    "POST /api/v1/accounts/me/password",
    "POST /api/v1/accounts/me/totp",
    "DELETE /api/v1/accounts/me/totp",
    // A screen that nobody knows yet.
    "POST /api/v1/screens/pairings",
    "POST /api/v1/screens/claim",
    // The broker asks each device for its own secret.
    "GET /mqtt",
    // Opened by a link for one download as well: it asks by itself.
    "GET /api/v1/backups/:id/file",
    // The code that a person drew at a station opens it, once.
    "POST /api/v1/own-exports",
  ],
  "board.read": [
    "GET /api/v1/board",
    "GET /api/v1/live",
    "GET /api/v1/plan",
    "GET /api/v1/causes",
    "GET /api/v1/photos/:id",
    "GET /api/v1/orders/:id/progress",
    "GET /api/v1/settings/quality",
  ],
  "floor.read": [
    "GET /api/v1/bundles",
    "GET /api/v1/bundles/:code",
    "GET /api/v1/bundles/:code/story",
    "GET /api/v1/bundles/to-follow",
    "GET /api/v1/calendar",
    "GET /api/v1/calls",
    "GET /api/v1/carried-over",
    "GET /api/v1/conflicts",
    "GET /api/v1/devices",
    "GET /api/v1/differences",
    "GET /api/v1/exports/evening",
    "GET /api/v1/flow",
    "GET /api/v1/imports/:kind/example.csv",
    "GET /api/v1/inspections",
    "GET /api/v1/machines",
    "GET /api/v1/machines/heard",
    "GET /api/v1/orders",
    "GET /api/v1/orders/overview",
    "GET /api/v1/orders/:id",
    "GET /api/v1/orders/:id/carton-labels.pdf",
    "GET /api/v1/orders/:id/cartons",
    "GET /api/v1/orders/:id/overview",
    "GET /api/v1/orders/:id/packing-list.pdf",
    "GET /api/v1/orders/:id/story",
    "GET /api/v1/orders/:id/tickets.pdf",
    "GET /api/v1/plan/versions",
    "GET /api/v1/quarantine",
    "GET /api/v1/routings",
    "GET /api/v1/slips",
    "GET /api/v1/stops",
    "GET /api/v1/stops/unexplained",
    "GET /api/v1/styles",
    "GET /api/v1/targets",
    // Computes, and writes nothing.
    "POST /api/v1/balance",
  ],
  "reports.read": [
    "GET /api/v1/counts",
    "GET /api/v1/exports/:kind",
    "GET /api/v1/exports/daily",
    "GET /api/v1/orders/:id/minutes",
    "GET /api/v1/reports/facts",
    "GET /api/v1/reports/production",
    "GET /api/v1/styles/:id/learning",
  ],
  "station.act": [
    "GET /api/v1/stations/:id",
    "POST /api/v1/badges",
    "POST /api/v1/calls",
    "POST /api/v1/calls/:key/resolve",
    "POST /api/v1/corrections",
    "POST /api/v1/counts",
    "POST /api/v1/finishes",
    "POST /api/v1/inspections",
    "POST /api/v1/joins",
    "POST /api/v1/machines/:stationId/upkeep",
    "POST /api/v1/photos",
    "POST /api/v1/scans",
    "POST /api/v1/splits",
    "POST /api/v1/stations/:id/own-data",
    "POST /api/v1/stations/:id/own-export",
    "POST /api/v1/stations/:id/own-pin",
    "POST /api/v1/stations/:id/own-requests",
    "POST /api/v1/stops",
    "POST /api/v1/undos",
  ],
  "floor.act": [
    "POST /api/v1/amendments",
    "POST /api/v1/calls/:key/take",
    "POST /api/v1/dispatches",
    "POST /api/v1/messages",
    "POST /api/v1/returns",
    "POST /api/v1/settlements",
    "PUT /api/v1/targets",
  ],
  "people.read": [
    "GET /api/v1/absences",
    "GET /api/v1/balance/line",
    "GET /api/v1/operators",
    "GET /api/v1/operators/badges.pdf",
    "GET /api/v1/people/:id/accompanied",
    "GET /api/v1/people/names",
    "GET /api/v1/people/names/key",
    "GET /api/v1/people/requests",
    "GET /api/v1/people/skills",
    "GET /api/v1/people/training",
    "GET /api/v1/presence",
  ],
  "people.write": [
    "DELETE /api/v1/operators/:id/pin",
    "POST /api/v1/operators",
    "POST /api/v1/operators/:id/badge",
    "POST /api/v1/people/requests/:n/answer",
    "PUT /api/v1/absences",
    "PUT /api/v1/balance/line",
    "PUT /api/v1/operators/:id",
    "PUT /api/v1/people/:id/name",
    "PUT /api/v1/people/skills",
    "PUT /api/v1/postings",
  ],
  "orders.write": [
    "PATCH /api/v1/orders/:id",
    "POST /api/v1/bundles/:code/reprint",
    "POST /api/v1/bundles/:code/void",
    "POST /api/v1/imports/:kind",
    "POST /api/v1/orders",
    "POST /api/v1/orders/:id/cartons",
    "POST /api/v1/orders/:id/cartons/:number/undo",
    "POST /api/v1/orders/:id/cuttings",
    "POST /api/v1/orders/:id/packings",
    "POST /api/v1/routings",
    "PUT /api/v1/styles/:id",
  ],
  "settings.read": [
    "GET /api/v1/addresses",
    "GET /api/v1/settings/calls",
    "GET /api/v1/settings/deduce-limit",
    "GET /api/v1/settings/defects",
    "GET /api/v1/settings/evening-export",
    "GET /api/v1/settings/to-follow",
    "GET /api/v1/settings/upkeep",
  ],
  "settings.write": [
    "PUT /api/v1/calendar",
    "PUT /api/v1/causes",
    "PUT /api/v1/plan",
    "PUT /api/v1/settings/calls",
    "PUT /api/v1/settings/deduce-limit",
    "PUT /api/v1/settings/defects",
    "PUT /api/v1/settings/evening-export",
    "PUT /api/v1/settings/quality",
    "PUT /api/v1/settings/screens",
    "PUT /api/v1/settings/to-follow",
    "PUT /api/v1/settings/upkeep",
  ],
  "devices.write": [
    "GET /api/v1/settings/pairing-code",
    "POST /api/v1/quarantine/:id/dismiss",
    "POST /api/v1/quarantine/:id/release",
    "POST /api/v1/suspects/:id/accept",
    "POST /api/v1/suspects/:id/reject",
    "PUT /api/v1/settings/pairing-code",
  ],
  "screens.write": [
    "DELETE /api/v1/screens/:id",
    "GET /api/v1/screens",
    "GET /api/v1/screens/pairings/:code",
    "POST /api/v1/screens/pairings/:code/accept",
    "POST /api/v1/stations/:id/key",
  ],
  "backups.manage": [
    "GET /api/v1/backups",
    "GET /api/v1/backups/:id/compare",
    "GET /api/v1/settings/backups",
    "POST /api/v1/backups",
    "POST /api/v1/backups/:id/link",
    "POST /api/v1/backups/:id/restore",
    "POST /api/v1/backups/upload",
    "PUT /api/v1/settings/backups",
  ],
  "journal.read": ["acts/:key", "journal", "journal/verification"].map(reading),
  "privacy.read": ["privacy/documents/:kind", "privacy/purges", "settings/privacy"].map(reading),
  "privacy.write": [
    "DELETE /api/v1/operators/:id",
    "POST /api/v1/people/names/key/show",
    "PUT /api/v1/people/names/key",
    "PUT /api/v1/settings/privacy",
  ],
  "access.manage": [
    "DELETE /api/v1/accounts/:id",
    "DELETE /api/v1/accounts/:id/totp",
    "DELETE /api/v1/api-keys/:id",
    "GET /api/v1/accounts",
    "GET /api/v1/api-keys",
    "PATCH /api/v1/accounts/:id",
    "POST /api/v1/accounts",
    "POST /api/v1/api-keys",
  ],
  "metrics.read": ["GET /metrics"],
};

/** By method and address. */
export const ROUTE_PERMISSIONS: ReadonlyMap<string, RoutePermission> = new Map(
  Object.entries(TABLE).flatMap(([permission, routes]) =>
    routes.map((route) => [route, permission as RoutePermission] as const),
  ),
);

function get(url: string): string {
  return `GET ${url}`;
}

function reading(path: string): string {
  return get(`/api/v1/${path}`);
}
