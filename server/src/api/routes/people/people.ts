import type { Api } from "../../api.ts";
import type { ActRouteDeps } from "../floor/senders.ts";
import { routeAbsenceList } from "./absence-list.ts";
import { routeOwnProgress } from "./own-progress.ts";
import { routeSkills } from "./skills.ts";
import { routeTraining } from "./training.ts";

/** What a team knows and learns, and what of it concerns one person alone. */
export function routePeople(app: Api, deps: ActRouteDeps): void {
  routeSkills(app, deps);
  routeTraining(app, deps);
  routeAbsenceList(app, deps);
  routeOwnProgress(app, deps);
}
