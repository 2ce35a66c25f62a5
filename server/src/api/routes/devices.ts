import { Type } from "@fastify/type-provider-typebox";
import { listDevices } from "../../reports/device-list.ts";
import type { Api, RouteDeps } from "../api.ts";

const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const IntegerOrNull = Type.Union([Type.Integer(), Type.Null()]);
const At = Type.Integer({ description: "UTC ms" });

const SuspectSchema = Type.Object({
  id: Type.String({ description: "For accept and reject" }),
  counter: Type.String(),
  boot: Type.String(),
  kind: Type.Union([Type.Literal("leap"), Type.Literal("before")], {
    description:
      "leap: larger than anybody could sew; before: shown already when the counter came to the station",
  }),
  stationId: TextOrNull,
  at: At,
  pieces: Type.Integer(),
  stitches: Type.Integer(),
  trims: Type.Integer(),
});

const DeviceSchema = Type.Object({
  deviceId: Type.String(),
  state: Type.Union([Type.Literal("known"), Type.Literal("waiting"), Type.Literal("unbound")], {
    description:
      "known: bound to a station; waiting: showed the pairing code, no plan names it; unbound: counts for no station",
  }),
  online: Type.Boolean(),
  hasSecret: Type.Boolean(),
  stations: Type.Array(Type.Object({ stationId: Type.String(), counter: Type.String() }), {
    description: "Those it is bound to now, by channel",
  }),
  lastHeardAt: IntegerOrNull,
  firmware: TextOrNull,
  rssi: IntegerOrNull,
  samples: Type.Union([Type.Integer(), Type.Null()], {
    description: "Kept while it waits; null for the others",
  }),
  openQuarantine: Type.Integer({ description: "Messages not understood" }),
  uncertain: Type.Integer({ description: "Intervals in which a counter of another make fell" }),
  suspects: Type.Array(SuspectSchema),
});

export function routeDevices(app: Api, { devices: desk, now, store }: RouteDeps): void {
  const schema = {
    summary: "The counters, and what of theirs is to be checked",
    tags: ["counters"],
    response: { 200: Type.Object({ devices: Type.Array(DeviceSchema) }) },
  };
  app.get("/api/v1/devices", { schema }, async () => {
    const [versions, heard, suspects] = await Promise.all([
      store.plans(),
      store.reports.readDevices(),
      store.reports.readSuspects(),
    ]);
    const plan = versions.findLast(({ from }) => from <= now())?.plan ?? null;
    return { devices: listDevices({ plan, heard, suspects, desk }) };
  });
}
