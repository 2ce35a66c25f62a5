import { networkInterfaces } from "node:os";
import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema } from "../refuse.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

const AnswerSchema = Type.Object({
  mqttPort: Type.Integer({ description: "On which counters are heard" }),
  isOpen: Type.Boolean({ description: "Whether devices other than this machine can reach it" }),
  addresses: Type.Array(Type.String(), {
    description: "IPv4 addresses of this machine in its networks",
  }),
});

/** Where a counter finds this server: what nobody who wires one should have to look up. */
export function routeAddresses(app: Api, { host, mqttPort }: RouteDeps): void {
  const schema = {
    summary: "Where counters find this server",
    tags: ["counters"],
    response: { 200: AnswerSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/addresses", { schema }, () => ({
    mqttPort,
    isOpen: !LOOPBACK.has(host),
    addresses: Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal)
      .map(({ address }) => address),
  }));
}
