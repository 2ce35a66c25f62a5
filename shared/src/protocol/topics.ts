import { DEVICE_ID_LENGTH_MAX } from "./limits.ts";

/** The last level of a device's topic: what is said there. */
export type TopicKind = "counts" | "events" | "status" | "config";

const PREFIX = "trame/v1/";
const DEVICE_ID = new RegExp(`^[A-Za-z0-9._:-]{1,${DEVICE_ID_LENGTH_MAX}}$`);

/** True for 1 to 64 of `A-Z a-z 0-9 . _ : -`: nothing that means something in a topic. */
export function isDeviceId(id: string): boolean {
  return DEVICE_ID.test(id);
}

/** `trame/v1/{device}/{kind}`. */
export function buildTopic(device: string, kind: TopicKind): string {
  return `${PREFIX}${device}/${kind}`;
}
