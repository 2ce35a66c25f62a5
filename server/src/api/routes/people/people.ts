import type { Api, RouteDeps } from "../../api.ts";
import { routeAbsenceList } from "./absence-list.ts";
import { routeOwnProgress } from "./own-progress.ts";
import { routeSkills } from "./skills.ts";
import { routeTraining } from "./training.ts";

/** What a team knows and learns, and what of it concerns one person alone. */
export function routePeople(app: Api, deps: RouteDeps): void {
  routeSkills(app, deps);
  routeTraining(app, deps);
  routeAbsenceList(app, deps);
  routeOwnProgress(app, deps);
}
