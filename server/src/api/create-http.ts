import { readFileSync } from "node:fs";
import { nameAuthors } from "./access/author-hook.ts";
import { createIdentify } from "./access/identify.ts";
import { noteSecurity } from "./access/note-security.ts";
import { permitRoutes } from "./access/permit.ts";
import { refusePlainToken } from "./access/plain-token.ts";
import { createStationKeys } from "./access/station-keys.ts";
import type { Api, RouteDeps } from "./api.ts";
import { createBareApi } from "./bare-api.ts";
import { limitBodies } from "./body-time.ts";
import type { HttpDeps } from "./deps.ts";
import { noteLooks } from "./note-looks.ts";
import { guardOrigins } from "./origin.ts";
import { limitRate } from "./rate-limit.ts";
import { routeAccess } from "./routes/access/access.ts";
import { routeAddresses } from "./routes/addresses.ts";
import { routeBackups } from "./routes/backups/backups.ts";
import { UPLOAD_URL } from "./routes/backups/upload.ts";
import { routeBalance } from "./routes/balance.ts";
import { routeBoard } from "./routes/board.ts";
import { routeCatalogue } from "./routes/catalogue/catalogue.ts";
import { routeCounts } from "./routes/counts.ts";
import { routeDailyExport } from "./routes/daily-export.ts";
import { routeDeviceSecrets } from "./routes/device-secrets.ts";
import { routeDevices } from "./routes/devices.ts";
import { describeRoutes } from "./routes/documentation.ts";
import { routeExports } from "./routes/exports/exports.ts";
import { routeFloor } from "./routes/floor/floor.ts";
import { routeFloorSettings } from "./routes/floor-settings.ts";
import { routeHealth } from "./routes/health.ts";
import { routeImports } from "./routes/imports/imports.ts";
import { routeJournal } from "./routes/journal/journal.ts";
import { routeLive } from "./routes/live.ts";
import { routeMetrics } from "./routes/metrics.ts";
import { routeMqtt } from "./routes/mqtt.ts";
import { routeOrdersDesk } from "./routes/orders-desk/orders-desk.ts";
import { routePairingCode } from "./routes/pairing-code.ts";
import { routePaper } from "./routes/paper/paper.ts";
import { routePlan } from "./routes/plan.ts";
import { routePrivacy } from "./routes/privacy/privacy.ts";
import { routePutPlan } from "./routes/put-plan.ts";
import { routeQuarantine } from "./routes/quarantine.ts";
import { routeQuarantineWords } from "./routes/quarantine-words.ts";
import { routeReports } from "./routes/reports/reports.ts";
import { routeRetention } from "./routes/retention/retention.ts";
import { routeScreens } from "./routes/screens.ts";
import { routeSettings } from "./routes/settings/settings.ts";
import { routeSuspects } from "./routes/suspects.ts";
import { routeTls } from "./routes/tls.ts";
import { secure } from "./security.ts";
import { guardVersions } from "./versions.ts";
import { acceptWebSockets } from "./web-sockets.ts";

/** The HTTP side, ready to listen or to be asked by `inject`. */
export async function createHttp(deps: HttpDeps): Promise<Api> {
  const app = createBareApi(deps);
  const stationKeys = createStationKeys(deps.store);
  const routeDeps = { ...deps, stationKeys, version: readVersion() };
  limitBodies(app, [UPLOAD_URL]);
  await secure(app, deps.tls);
  guardOrigins(app, deps.hostNames);
  await acceptWebSockets(app);
  const identify = createIdentify({ ...deps, stations: stationKeys });
  const holdsBack = [refusePlainToken(deps), limitRate(deps.rateLimits)];
  noteSecurity(app, deps);
  permitRoutes(app, identify, (...asked) => holdsBack.some((hold) => hold(...asked)));
  nameAuthors(app);
  noteLooks(app, routeDeps);
  guardVersions(app, routeDeps);
  await describeRoutes(app, routeDeps);
  for (const route of ROUTES) await route(app, routeDeps);
  await app.ready();
  return app;
}

const ROUTES: readonly ((app: Api, deps: RouteDeps) => void | Promise<void>)[] = [
  routeMetrics,
  routeHealth,
  routeAccess,
  routePlan,
  routePutPlan,
  routeBoard,
  routeCounts,
  routeReports,
  routeDailyExport,
  routeExports,
  routeDevices,
  routeDeviceSecrets,
  routeTls,
  routeSuspects,
  routeCatalogue,
  routeFloor,
  routeImports,
  routePaper,
  routeOrdersDesk,
  routeBalance,
  routeBackups,
  routeQuarantine,
  routeQuarantineWords,
  routePairingCode,
  routeFloorSettings,
  routeSettings,
  routePrivacy,
  routeRetention,
  routeJournal,
  routeLive,
  routeMqtt,
  routeAddresses,
  routeScreens,
];

function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return String(JSON.parse(readFileSync(file, "utf8")).version);
}
