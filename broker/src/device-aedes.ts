import { Aedes, type Client, type PublishPacket } from "aedes";

type Done = (error?: Error) => void;

/**
 * Aedes in which a device speaks to the server and to nobody else. What it publishes was handed
 * over in `authorizePublish` and ends there: it is not retained, so nothing of it is ever
 * replayed; it is not routed, so no device can hear another; and it costs no lookup.
 */
export class DeviceAedes extends Aedes {
  /** `from` is the client that published, or the callback when the server itself does. */
  override publish(packet: PublishPacket, from: Client | Done, done?: Done): void {
    if (typeof from === "function") super.publish(packet, from);
    else done?.();
  }
}
