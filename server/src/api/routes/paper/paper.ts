import type { Api, RouteDeps } from "../../api.ts";
import { routeBadgesPdf } from "./badges.ts";
import { routeTicketsPdf } from "./tickets.ts";

/** What is printed. */
export function routePaper(app: Api, deps: RouteDeps): void {
  routeTicketsPdf(app, deps);
  routeBadgesPdf(app, deps);
}
