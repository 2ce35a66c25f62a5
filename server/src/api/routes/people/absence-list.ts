import { Type } from "@fastify/type-provider-typebox";
import { formatDay, parseDay } from "@trame/shared";
import { personal } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";

/** Absences that are noted, today's and those to come. */
export function routeAbsenceList(app: Api, { store }: RouteDeps): void {
  const schema = {
    tags: ["people"],
    summary: "Who is noted as away from a day on",
    querystring: Type.Object({ from: Type.String({ description: "YYYY-MM-DD" }) }),
    response: {
      200: Type.Object({
        absences: Type.Array(
          Type.Object({ day: Type.String(), operatorId: personal(Type.String()) }),
        ),
      }),
      "4xx": RefusalSchema,
    },
  };
  const config = { look: { what: "presence" } } as const;
  app.get("/api/v1/absences", { schema, config }, async (request, reply) => {
    const { from } = request.query;
    const day = parseDay(from);
    if (day === null)
      return refuse(request, reply, {
        code: "day-invalid",
        path: "/from",
        blanks: { value: from },
      });
    const read = await store.reports.readAbsences(day);
    return {
      absences: read.map((each) => ({ day: formatDay(each.day), operatorId: each.operatorId })),
    };
  });
}
