import type { Api } from "../../api.ts";
import type { ActRouteDeps } from "../floor/senders.ts";
import { routeBalanceLine } from "./balance-line.ts";
import { routeCalendar } from "./calendar.ts";
import { routeCalls } from "./calls.ts";
import { routePresence } from "./presence.ts";

/** What looks after the floor: calls, stops, targets, machines, quality. */
export function routeSupervision(app: Api, deps: ActRouteDeps): void {
  routeCalendar(app, deps);
  routeCalls(app, deps);
  routeBalanceLine(app, deps);
  routePresence(app, deps);
}
