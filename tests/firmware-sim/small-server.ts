/** The smallest server that counts: the workshop's broker, a plan, and the parts of each boot by clock hour. In memory, for one run. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { hashSecret, startBroker } from "@trame/broker";
import { createHours, formatHour } from "@trame/firmware-sim";
import { decodeCounts, type Plan } from "@trame/shared";

const ZONE = "Europe/Paris";

export interface SmallServer {
  readonly http: string;
  readonly mqtt: string;
  readonly plan: () => Plan | null;
  /** Records a plan as somebody else would. */
  putPlan(plan: Plan): void;
  /** From now on answers whoever asks for the plan with this status. */
  failPlan(status: number): void;
  close(): Promise<void>;
}

/** `pieces` is how many it makes of one: 1 counts right. */
export async function startSmallServer(pieces: (station: string) => number): Promise<SmallServer> {
  let plan: Plan | null = null;
  let planStatus: number | null = null;
  const times = new Map<string, Map<string, number>>();
  const broker = await startBroker({
    host: "127.0.0.1",
    port: 0,
    accept({ kind, deviceId, payload }) {
      const decoded = kind === "counts" ? decodeCounts(payload) : null;
      if (!decoded?.ok) return;
      const { boot, up, samples } = decoded.message;
      const known = times.get(deviceId) ?? new Map<string, number>();
      times.set(deviceId, known);
      for (const sample of samples) {
        const key = `${boot} ${sample.pieces}`;
        const at = Date.now() - up + sample.up;
        if (sample.pieces > 0 && !known.has(key)) known.set(key, at);
      }
    },
    onPresence: () => undefined,
    onWaiting: () => false,
    log: { info: () => undefined, warn: () => undefined },
  });

  const takePlan = (next: Plan) => {
    plan = next;
    broker.replaceCredentials(
      next.devices.map(({ id, secret = "" }) => {
        return { deviceId: id, make: "trame", topic: id, secret: hashSecret(secret) };
      }),
    );
  };
  const hourOf = createHours(ZONE);
  const count = (day: string) =>
    (plan?.lines ?? []).flatMap((line) =>
      line.stations.map(({ id, device = "" }) => {
        const hours = new Map<string, number>();
        for (const at of times.get(device)?.values() ?? []) {
          const hour = formatHour(hourOf(at), ZONE);
          if (hour.startsWith(day)) hours.set(hour, (hours.get(hour) ?? 0) + pieces(id));
        }
        return { stationId: id, hours: [...hours].map(([hour, n]) => ({ hour, pieces: n })) };
      }),
    );

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    if (request.method === "PUT") takePlan(JSON.parse(await readBody(request)));
    const isPlan = url.pathname === "/api/v1/plan";
    response.statusCode = isPlan ? (planStatus ?? (plan === null ? 404 : 200)) : 200;
    const day = url.searchParams.get("day") ?? "";
    response.end(JSON.stringify(isPlan ? plan : { day, stations: count(day) }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    http: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mqtt: `mqtt://127.0.0.1:${broker.port}`,
    plan: () => plan,
    putPlan: takePlan,
    failPlan(status) {
      planStatus = status;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await broker.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
