import { Type } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

const ADDRESS = "/api/v1/devices/:id/secret";
const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });

const GivenSchema = Type.Object({
  secret: Type.String({ description: "Told this once" }),
  qr: Type.String({ description: "The same as an address: whom to call, as whom, with what" }),
});

/** Secrets of single counters: a new one without losing a piece, or none at all from now on. */
export function routeDeviceSecrets(app: Api, deps: RouteDeps): void {
  const { devices } = deps;
  const giving = {
    summary:
      "Gives a counter a new secret; the one before holds until it came with the new one, a day at most",
    tags: ["counters"],
    params,
    response: { 200: GivenSchema, "4xx": RefusalSchema },
  };
  app.post(ADDRESS, { schema: giving }, async (request, reply) => {
    const { id } = request.params;
    const secret = await devices.giveSecret(id);
    if (secret === null) return refuse(request, reply, { code: "counter-absent" });
    return { secret, qr: addressFor({ request, id, secret }, deps) };
  });

  const revoking = {
    summary:
      "Takes a counter's secret back: its connection is closed, and no pairing code lets it in",
    tags: ["counters"],
    params,
    response: { 200: Type.Object({ isRevoked: Type.Literal(true) }), "4xx": RefusalSchema },
  };
  app.delete(ADDRESS, { schema: revoking }, async (request, reply) => {
    if (await devices.revokeSecret(request.params.id)) return { isRevoked: true as const };
    return refuse(request, reply, { code: "counter-absent" });
  });
}

interface Given {
  readonly request: FastifyRequest;
  readonly id: string;
  readonly secret: string;
}

/** Under the name by which this page was opened: the counter is in the same network. */
function addressFor({ request, id, secret }: Given, { mqttPort, tls }: RouteDeps): string {
  const { mqttsPort } = tls;
  const [scheme, port] = mqttsPort === null ? ["mqtt", mqttPort] : ["mqtts", mqttsPort];
  return `${scheme}://${encodeURIComponent(id)}:${secret}@${request.hostname}:${port}`;
}
