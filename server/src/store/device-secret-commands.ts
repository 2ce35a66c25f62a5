import type { StoredSecret } from "./device-list.ts";
import { noteChange } from "./journal/note-change.ts";
import type { Modules } from "./modules.ts";

/** A secret that a counter is given. */
export interface NewSecret extends StoredSecret {
  readonly deviceId: string;
}

/** What is done with the secrets of counters; the secrets themselves are in no fact. */
export function createDeviceSecretCommands({ devices, facts, transact }: Modules) {
  const note = (subject: string, after: object, now: number): void =>
    noteChange(facts, { what: "device-secret", subject, before: null, after }, now);
  return {
    deviceKeys: devices.keys,
    offerSecret({ deviceId, salt, hash }: NewSecret, now: number): void {
      transact(() => {
        note(deviceId, { secret: "new" }, now);
        devices.offerSecret(deviceId, { salt, hash }, now);
      });
    },
    /** Nobody does this: the device came with it, or its time is up. */
    settleSecret: (deviceId: string): void => transact(() => devices.settleSecret(deviceId)),
    revokeSecret(deviceId: string, now: number): void {
      transact(() => {
        note(deviceId, { secret: "revoked" }, now);
        devices.revokeSecret(deviceId);
      });
    },
  };
}

/** What of these the writer's thread answers. */
export const DEVICE_SECRET_COMMANDS = [
  "deviceKeys",
  "offerSecret",
  "revokeSecret",
  "settleSecret",
] as const;
