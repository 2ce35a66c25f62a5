import type { Client } from "aedes";
import type { Admission } from "./admission.ts";
import type { Presence } from "./api.ts";
import type { PacketMeter } from "./packet-meter.ts";

/** One open connection. */
export interface Connection {
  readonly client: Client;
  readonly remote: string;
  readonly meter: PacketMeter;
  /** From the CONNECT, since Aedes does not hand it to `authenticate`. */
  asked: {
    readonly keepAliveS: number;
    readonly isClean: boolean;
    readonly willTopic: string | null;
  } | null;
  /** Null until it is let in. */
  admission: Admission | null;
  /** Settles when the last publication is on disk; acknowledgements keep their order by it. */
  stored: Promise<void> | undefined;
}

/** All open connections, and which one speaks for a device. */
export interface Connections {
  readonly size: number;
  all(): Iterable<Connection>;
  find(client: Client): Connection | undefined;
  findDevice(deviceId: string): Connection | undefined;
  /** The one that has waited longest to be let in; undefined: all were. */
  findStranger(): Connection | undefined;
  isClientIdInUse(clientId: string, deviceId: string): boolean;
  add(connection: Connection): void;
  /** Makes it the device's connection; one that the device had before is closed in silence. */
  claim(connection: Connection, admission: Admission): void;
  /** Tells that the device of an admitted connection is there. */
  announce(connection: Connection): void;
  /** Forgets a closed connection; tells it when the device has no other. */
  remove(connection: Connection): void;
}

/** Creates the empty register; `tell` hears of changes in presence. */
export function createConnections(tell: (presence: Presence) => void): Connections {
  // Keys come from the wire: maps, never plain objects.
  const open = new Map<Client, Connection>();
  const strangers = new Set<Connection>();
  const byDevice = new Map<string, Connection>();
  const online = new Set<string>();

  return {
    get size() {
      return open.size;
    },
    all: () => open.values(),
    find: (client) => open.get(client),
    findDevice: (deviceId) => byDevice.get(deviceId),
    findStranger: () => strangers.values().next().value,
    isClientIdInUse(clientId, deviceId) {
      for (const [id, connection] of byDevice) {
        if (id !== deviceId && connection.client.id === clientId) return true;
      }
      return false;
    },
    add(connection) {
      open.set(connection.client, connection);
      strangers.add(connection);
    },
    claim(connection, admission) {
      const { deviceId } = admission.credential;
      const former = byDevice.get(deviceId);
      connection.admission = admission;
      strangers.delete(connection);
      byDevice.set(deviceId, connection);
      former?.client.close();
    },
    announce(connection) {
      const deviceId = connection.admission?.credential.deviceId;
      if (deviceId === undefined || byDevice.get(deviceId) !== connection) return;
      online.add(deviceId);
      tell({ deviceId, online: true, status: null });
    },
    remove(connection) {
      open.delete(connection.client);
      strangers.delete(connection);
      const deviceId = connection.admission?.credential.deviceId;
      if (deviceId === undefined || byDevice.get(deviceId) !== connection) return;
      byDevice.delete(deviceId);
      if (online.delete(deviceId)) tell({ deviceId, online: false, status: null });
    },
  };
}
