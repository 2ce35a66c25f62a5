import type { Api, RouteDeps } from "../../api.ts";
import { routeFacts } from "./facts.ts";
import { routeProduction } from "./production.ts";

/** Reports over working days; open reading, since no person is in them. */
export function routeReports(app: Api, deps: RouteDeps): void {
  routeProduction(app, deps);
  routeFacts(app, deps);
}
