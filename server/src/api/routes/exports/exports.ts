import type { Api, RouteDeps } from "../../api.ts";
import { routeEvening } from "./evening.ts";
import { routeExport } from "./export.ts";

/** What is taken out of the server, and what it puts into a folder by itself. */
export function routeExports(app: Api, deps: RouteDeps): void {
  routeExport(app, deps);
  routeEvening(app, deps);
}
