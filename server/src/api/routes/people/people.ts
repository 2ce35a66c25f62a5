import type { Api, RouteDeps } from "../../api.ts";
import { routeAbsenceList } from "./absence-list.ts";
import { routeAccompanied } from "./accompanied.ts";
import { routeNames } from "./names.ts";
import { routeOwnData } from "./own-data.ts";
import { routeOwnExport } from "./own-export.ts";
import { routeOwnPin } from "./own-pin.ts";
import { routePersonRequests } from "./person-requests.ts";
import { routeSkills } from "./skills.ts";
import { routeTraining } from "./training.ts";

/** What a team knows and learns, and what of it concerns one person alone. */
export function routePeople(app: Api, routeDeps: RouteDeps): void {
  const deps = { ...routeDeps, pins: routeDeps.access.pins };
  routeSkills(app, deps);
  routeTraining(app, deps);
  routeAbsenceList(app, deps);
  routeOwnData(app, deps);
  routeOwnExport(app, deps);
  routeOwnPin(app, deps);
  routeNames(app, deps);
  routePersonRequests(app, deps);
  routeAccompanied(app, deps);
}
