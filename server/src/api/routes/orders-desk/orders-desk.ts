import type { Api, RouteDeps } from "../../api.ts";
import { routeCartonPapers } from "./carton-papers.ts";
import { routeCartons } from "./cartons.ts";
import { routeMinutes } from "./minutes.ts";
import { routeOrderOverviews } from "./overviews.ts";
import { routeOrderStory } from "./story.ts";

/** Orders as the manager's desk looks at them: how far, until when, what was packed and all that happened. */
export function routeOrdersDesk(app: Api, deps: RouteDeps): void {
  routeOrderOverviews(app, deps);
  routeOrderStory(app, deps);
  routeCartons(app, deps);
  routeCartonPapers(app, deps);
  routeMinutes(app, deps);
}
