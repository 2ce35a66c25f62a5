import type { Api, RouteDeps } from "../../api.ts";
import { routeHeard } from "./heard.ts";
import { routePlanVersions } from "./plan-versions.ts";
import { routeQualityTargets } from "./quality.ts";
import { routeScreenSettings } from "./screens.ts";

/** What the pages of settings read and write beside what was there before them. */
export function routeSettings(app: Api, deps: RouteDeps): void {
  routeHeard(app, deps);
  routePlanVersions(app, deps);
  routeQualityTargets(app, deps);
  routeScreenSettings(app, deps);
}
