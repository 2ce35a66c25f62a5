import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema } from "../refuse.ts";

const ADDRESS = "/api/v1/settings/pairing-code";

const StatusSchema = Type.Object({
  isOn: Type.Boolean({ description: "Whether unknown counters that show the code may wait" }),
});

/** The code with which a new counter is let in to wait. It is never given back. */
export function routePairingCode(app: Api, { devices }: RouteDeps): void {
  const common = { tags: ["counters"] };
  const response = { 200: StatusSchema, "4xx": RefusalSchema };
  const reading = { ...common, summary: "Whether pairing is on", response };
  app.get(ADDRESS, { schema: reading }, async () => ({
    isOn: devices.isPairingOn(),
  }));

  const writing = {
    ...common,
    summary: "Switches pairing on with a code, or off with null",
    body: Type.Object(
      { code: Type.Union([Type.String({ minLength: 8, maxLength: 256 }), Type.Null()]) },
      { additionalProperties: false },
    ),
    response,
  };
  app.put(ADDRESS, { schema: writing }, async ({ body: { code } }) => {
    await devices.setPairingCode(code);
    return { isOn: code !== null };
  });
}
