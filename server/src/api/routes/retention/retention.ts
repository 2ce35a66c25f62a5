import type { Api, RouteDeps } from "../../api.ts";
import { routePurges } from "./purges.ts";
import { routeRemovePerson } from "./remove-person.ts";

/** How long people are known, and what is deleted. */
export function routeRetention(app: Api, deps: RouteDeps): void {
  routeRemovePerson(app, deps);
  routePurges(app, deps);
}
