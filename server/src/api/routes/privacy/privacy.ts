import type { Api, RouteDeps } from "../../api.ts";
import { routePrivacyDocuments } from "./documents.ts";
import { routePrivacySetting } from "./privacy-setting.ts";

/** What a workshop decides about the data of its people. */
export function routePrivacy(app: Api, deps: RouteDeps): void {
  routePrivacySetting(app, deps);
  routePrivacyDocuments(app, deps);
}
