import type { Api, RouteDeps } from "../../api.ts";
import { routeBalanceLine } from "./balance-line.ts";
import { routeCalendar } from "./calendar.ts";
import { routeCalls } from "./calls.ts";
import { routeCauses } from "./causes.ts";
import { routeFlow } from "./flow.ts";
import { routeInspections } from "./inspections.ts";
import { routeMachines } from "./machines.ts";
import { routeMessages } from "./messages.ts";
import { routePresence } from "./presence.ts";
import { routeStops } from "./stops.ts";
import { routeTargets } from "./targets.ts";
import { routeToFollow } from "./to-follow.ts";

/** What looks after the floor: calls, stops, targets, machines, quality. */
export function routeSupervision(app: Api, deps: RouteDeps): void {
  routeBalanceLine(app, deps);
  routeCalendar(app, deps);
  routeCalls(app, deps);
  routeMachines(app, deps);
  routeMessages(app, deps);
  routeCauses(app, deps);
  routePresence(app, deps);
  routeStops(app, deps);
  routeTargets(app, deps);
  routeFlow(app, deps);
  routeInspections(app, deps);
  routeToFollow(app, deps);
}
