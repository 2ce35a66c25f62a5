import type { Api, RouteDeps } from "../../api.ts";
import { routeAccounts } from "./accounts.ts";
import { routeApiKeys } from "./api-keys.ts";
import { routeMe } from "./me.ts";
import { routeOwnAccount } from "./own-account.ts";
import { routePairedScreens } from "./paired-screens.ts";
import { routeSecurityLog } from "./security-log.ts";
import { routeSessions } from "./sessions.ts";

/** Who is let in, as what, and until when. */
export function routeAccess(app: Api, deps: RouteDeps): void {
  routeMe(app, deps);
  routeSessions(app, deps);
  routeOwnAccount(app, deps);
  routeAccounts(app, deps);
  routeApiKeys(app, deps);
  routePairedScreens(app, deps);
  routeSecurityLog(app, deps);
}
