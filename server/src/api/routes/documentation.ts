import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { Api, RouteDeps } from "../api.ts";
import { CONTENT_SECURITY_POLICY } from "../security.ts";

/** Describes the routes added after it. */
export async function describeRoutes(app: Api, { version }: RouteDeps): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Trame", version, license: { name: "Apache-2.0" } },
      components: {
        securitySchemes: {
          admin: { type: "http", scheme: "bearer", description: "The admin token" },
          station: { type: "http", scheme: "bearer", description: "The key of a station" },
        },
      },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    // Swagger UI sets styles from its script, and shows no badge from elsewhere.
    staticCSP: CONTENT_SECURITY_POLICY.replace(
      "style-src 'self'",
      "style-src 'self' 'unsafe-inline'",
    ),
    uiConfig: { validatorUrl: null },
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
}
