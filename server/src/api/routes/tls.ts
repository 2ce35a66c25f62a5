import { X509Certificate } from "node:crypto";
import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

const PortOrNull = Type.Union([Type.Integer(), Type.Null()]);

const TlsSchema = Type.Object({
  httpsPort: PortOrNull,
  mqttsPort: PortOrNull,
  origin: Type.Union([Type.Literal("own"), Type.Literal("made"), Type.Null()], {
    description: "own: the workshop's certificate; made: made here; null: HTTPS is off",
  }),
  fingerprint: Type.Union([
    Type.Object({
      hex: Type.String({ description: "SHA-256 of the authority that devices are to trust" }),
      words: Type.String({ description: "Its first eight bytes, to be read aloud" }),
    }),
    Type.Null(),
  ]),
});

/** What a device needs before it trusts this server; nothing of it is secret ([TL15]). */
export function routeTls(app: Api, { tls }: RouteDeps): void {
  const telling = {
    summary: "Whether HTTPS is on, and which authority a device is to trust for it",
    tags: ["wire"],
    response: { 200: TlsSchema },
  };
  app.get("/api/v1/tls", { schema: telling }, () => {
    const { httpsPort, mqttsPort, origin, authority } = tls;
    return { httpsPort, mqttsPort, origin, fingerprint: authority?.fingerprint ?? null };
  });

  const giving = {
    summary: "The authority of this workshop, to be trusted once by each device",
    tags: ["wire"],
    response: {
      200: Type.Unsafe<Buffer>({ description: "X.509, DER" }),
      "4xx": RefusalSchema,
    },
  };
  app.get("/api/v1/tls/ca.crt", { schema: giving }, (request, reply) => {
    if (tls.authority === null) return refuse(request, reply, { code: "authority-none" });
    reply.type("application/x-x509-ca-cert");
    reply.header("content-disposition", 'attachment; filename="trame-atelier.crt"');
    return new X509Certificate(tls.authority.pem).raw;
  });
}
