import { decodeStatus } from "@trame/shared";
import type { Client, PublishPacket } from "aedes";
import type { Admission } from "./admission.ts";
import type { BrokerOptions, Publication } from "./api.ts";
import type { Connection, Connections } from "./connections.ts";
import type { PublicationKind } from "./rights.ts";

type Done = (error?: Error | null) => void;

/**
 * Hands what a device publishes to `accept`, and lets Aedes acknowledge it when that resolves:
 * `authorizePublish` is the only place where the PUBACK waits.
 */
export function createAuthorizePublish(
  options: Pick<BrokerOptions, "accept" | "onPresence" | "log">,
  connections: Connections,
): (client: Client | null, packet: PublishPacket, done: Done) => void {
  return (client, packet, done) => {
    const connection = client === null ? undefined : connections.find(client);
    const admission = connection?.admission;
    // A will comes with a client that is closed: presence is the connection's, so it says nothing.
    if (!connection || !admission || connection.client.closed) {
      done(new Error("a will is not published"));
      return;
    }
    const { rights, credential } = admission;
    const kind = rights.kinds.get(packet.topic);
    if (kind === undefined && !rights.mayPublish(packet.topic)) {
      const { deviceId } = credential;
      options.log.warn({ deviceId, topic: packet.topic }, "published outside its own topics");
      done(new Error("topic of another"));
      return;
    }
    const publication = kind === undefined ? null : toPublication(admission, kind, packet);
    handOver({ connection, publication, done }, options);
  };
}

interface Handover {
  readonly connection: Connection;
  /** Null for what is acknowledged and dropped. */
  readonly publication: Publication | null;
  readonly done: Done;
}

function handOver(
  { connection, publication, done }: Handover,
  options: Pick<BrokerOptions, "accept" | "onPresence">,
): void {
  try {
    const isDone = publication === null || tellStatus(publication, options);
    acknowledge(connection, isDone ? undefined : options.accept(publication), done);
  } catch (error) {
    done(new Error("not stored", { cause: error }));
  }
}

/** Tells a readable status; false for everything else, which is `accept`'s. */
function tellStatus(
  { kind, deviceId, payload }: Publication,
  options: Pick<BrokerOptions, "onPresence">,
): boolean {
  const status = kind === "status" ? decodeStatus(payload) : null;
  if (status === null) return false;
  options.onPresence({ deviceId, online: true, status });
  return true;
}

function acknowledge(connection: Connection, storing: Promise<void> | undefined, done: Done): void {
  // What needs no storing still waits for what came before it, [MQTT-4.6.0-2].
  const stored = storing ?? connection.stored;
  if (stored === undefined) {
    done(null);
    return;
  }
  connection.stored = stored;
  const { client } = connection;
  stored.then(
    () => {
      if (!client.closed) done(null);
    },
    (error: unknown) => {
      if (!client.closed) done(new Error("not stored", { cause: error }));
    },
  );
}

function toPublication(
  { credential, waiting }: Admission,
  kind: PublicationKind,
  packet: PublishPacket,
): Publication | null {
  const { deviceId } = credential;
  const { topic } = packet;
  const payload = packet.payload as Buffer;
  if (kind === "counts" || kind === "events" || kind === "status") {
    return { deviceId, make: "trame", topic, kind, payload, waiting };
  }
  // Its totals have no boot: a replay would look like a fall, and the next total like pieces.
  return packet.retain ? null : { deviceId, make: "tasmota", topic, kind, payload, waiting: false };
}
