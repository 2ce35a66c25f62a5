import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { SESSION_COOKIE } from "../access/identify.ts";
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
          bearer: {
            type: "http",
            scheme: "bearer",
            description: "The admin token, the key of a program, or that of a station",
          },
          session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
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
