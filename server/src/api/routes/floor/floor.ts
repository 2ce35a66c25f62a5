import type { Api, RouteDeps } from "../../api.ts";
import { createStationGuard } from "../../station-guard.ts";
import { routePeople } from "../people/people.ts";
import { routeSupervision } from "../supervision/supervision.ts";
import { routeActs, routeSupervisorActs } from "./acts.ts";
import { routeBundles } from "./bundles.ts";
import { routeStations } from "./stations.ts";
import { routeSupervising } from "./supervising.ts";

/** Stations, what is done at them, and bundles. */
export function routeFloor(app: Api, deps: RouteDeps): void {
  const stations = createStationGuard(deps.store, deps.adminToken);
  const floorDeps = { ...deps, stations };
  routeStations(app, floorDeps);
  routeActs(app, floorDeps);
  routeSupervisorActs(app, floorDeps);
  routeBundles(app, deps);
  routeSupervising(app, deps);
  routePeople(app, floorDeps);
  // With the same keys of stations: whoever makes a new one makes it for all.
  routeSupervision(app, floorDeps);
}
