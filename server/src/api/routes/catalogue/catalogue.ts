import type { Api, RouteDeps } from "../../api.ts";
import { routeCuttings } from "./cuttings.ts";
import { routeOperators } from "./operators.ts";
import { routeOrders } from "./orders.ts";
import { routePhotos } from "./photos.ts";
import { routeProgress } from "./progress.ts";
import { routeRoutings } from "./routings.ts";
import { routeStyles } from "./styles.ts";
import { routeTickets } from "./tickets.ts";

/** What there is to sew and who sews it. */
export function routeCatalogue(app: Api, deps: RouteDeps): void {
  routeStyles(app, deps);
  routeRoutings(app, deps);
  routePhotos(app, deps);
  routeOrders(app, deps);
  routeCuttings(app, deps);
  routeProgress(app, deps);
  routeTickets(app, deps);
  routeOperators(app, deps);
}
