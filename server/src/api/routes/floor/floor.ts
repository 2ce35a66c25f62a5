import type { Api, RouteDeps } from "../../api.ts";
import { routePeople } from "../people/people.ts";
import { routeSupervision } from "../supervision/supervision.ts";
import { routeActs, routeSupervisorActs } from "./acts.ts";
import { routeBundles } from "./bundles.ts";
import { routeStations } from "./stations.ts";
import { routeSupervising } from "./supervising.ts";

/** Stations, what is done at them, and bundles. */
export function routeFloor(app: Api, deps: RouteDeps): void {
  routeStations(app, deps);
  routeActs(app, deps);
  routeSupervisorActs(app, deps);
  routeBundles(app, deps);
  routeSupervising(app, deps);
  routePeople(app, deps);
  routeSupervision(app, deps);
}
