/** The interface as it describes itself: what each route tells of people, whose look that is, and what it needs. */
import { personFieldsIn } from "@trame/shared/schemas";
import type { TestHttp } from "../support/open-http.ts";

export interface DescribedRoute {
  /** `GET /api/v1/board`. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** With `{id}` where a name stands. */
  readonly path: string;
  /** Fields of its answers that are a person's. */
  readonly personFields: readonly string[];
  /** Kind of look, `own`, `echo`, or null where it tells nothing of people. */
  readonly look: string | null;
  /** null: nobody need be known. */
  readonly permission: string | null;
}

interface Operation {
  readonly responses: Record<string, unknown>;
  readonly security?: readonly { readonly bearer?: readonly string[] }[];
  readonly "x-look"?: string;
}

export async function describedRoutes(http: TestHttp): Promise<DescribedRoute[]> {
  const { json } = await http.get("/api/openapi.json");
  const { paths } = json as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([lower, operation]) => {
      const method = lower.toUpperCase() as DescribedRoute["method"];
      return {
        ...{ name: `${method} ${path}`, method, path },
        personFields: personFieldsIn(operation.responses),
        look: operation["x-look"] ?? null,
        permission: operation.security?.[0]?.bearer?.[0] ?? null,
      };
    }),
  );
}
