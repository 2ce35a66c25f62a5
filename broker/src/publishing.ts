import { decodeStatus } from "@trame/shared";
import type { Client, PublishPacket } from "aedes";
import type { Admission } from "./admission.ts";
import type { BrokerOptions, Publication } from "./api.ts";
import { atMostEvery } from "./at-most.ts";
import type { Connection, Connections } from "./connections.ts";
import type { PublicationKind } from "./rights.ts";

type Done = (error?: Error | null) => void;
type Hooks = Pick<BrokerOptions, "accept" | "onPresence">;

/** Something that could not be stored. */
interface Unstored {
  readonly deviceId: string;
  readonly cause: unknown;
}

/** A disk that fails does so for every message: the log is told this often, and how many it did not hear of. */
const UNSTORED_EVERY_MS = 1_000;

/**
 * Hands what a device publishes to `accept`, and lets Aedes acknowledge it when that resolves:
 * `authorizePublish` is the only place where the PUBACK waits.
 */
export function createAuthorizePublish(
  options: Hooks & Pick<BrokerOptions, "log">,
  connections: Connections,
): (client: Client | null, packet: PublishPacket, done: Done) => void {
  const tellUnstored = atMostEvery(UNSTORED_EVERY_MS, ({ deviceId, cause }: Unstored, untold) => {
    const error = cause instanceof Error ? cause.message : String(cause);
    options.log.warn({ deviceId, error, untold }, "not stored");
  });
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
    const refuse = (cause: unknown): void => {
      tellUnstored({ deviceId: credential.deviceId, cause });
      if (!connection.client.closed) done(new Error("not stored", { cause }));
    };
    handOver({ connection, publication, done, refuse }, options);
  };
}

interface Handover {
  readonly connection: Connection;
  /** Null for what is acknowledged and dropped. */
  readonly publication: Publication | null;
  readonly done: Done;
  /** Tells that it could not be stored, and why. */
  readonly refuse: (cause: unknown) => void;
}

function handOver(handover: Handover, hooks: Hooks): void {
  const { publication } = handover;
  try {
    const isDone = publication === null || tellStatus(publication, hooks);
    acknowledge(handover, isDone ? undefined : hooks.accept(publication));
  } catch (error) {
    handover.refuse(error);
  }
}

/** Tells a readable status; false for everything else, which is `accept`'s. */
function tellStatus(
  { kind, deviceId, payload }: Publication,
  hooks: Pick<Hooks, "onPresence">,
): boolean {
  const status = kind === "status" ? decodeStatus(payload) : null;
  if (status === null) return false;
  hooks.onPresence({ deviceId, online: true, status });
  return true;
}

function acknowledge(
  { connection, done, refuse }: Handover,
  storing: Promise<void> | undefined,
): void {
  // What needs no storing still waits for what came before it, [MQTT-4.6.0-2].
  const stored = storing ?? connection.stored;
  if (stored === undefined) {
    done(null);
    return;
  }
  connection.stored = stored;
  const { client } = connection;
  stored.then(() => {
    if (!client.closed) done(null);
  }, refuse);
}

function toPublication(
  { credential }: Admission,
  kind: PublicationKind,
  packet: PublishPacket,
): Publication | null {
  const { deviceId } = credential;
  const { topic } = packet;
  const payload = packet.payload as Buffer;
  if (kind === "counts" || kind === "events" || kind === "status") {
    return { deviceId, make: "trame", topic, kind, payload };
  }
  // Its totals have no boot: a replay would look like a fall, and the next total like pieces.
  return packet.retain ? null : { deviceId, make: "tasmota", topic, kind, payload };
}
