import type { Broker } from "@trame/broker";
import type { PlanDevice } from "@trame/shared";

/** How often a counter of another make is asked when the plan does not say. ms */
const REPORT_EVERY_MS = 10_000;
/** Tasmota's `Status 10`: the sensors as they stand now. */
const ASK = "10";

/**
 * Asks Tasmota counters for their totals as often as the plan says: by itself such a plug tells them every five minutes
 * only ([N22]). The command is harmless, and a device that is away simply does not hear it.
 */
export function pollForeignCounters(
  devices: readonly PlanDevice[],
  broker: Pick<Broker, "send">,
): { close(): void } {
  const timers = devices
    .filter((device) => device.make === "tasmota")
    .map(({ id, topic, reportEveryMs }) => {
      const ask = (): void => broker.send(`cmnd/${topic ?? id}/Status`, ASK);
      const timer = setInterval(ask, reportEveryMs ?? REPORT_EVERY_MS);
      timer.unref();
      return timer;
    });
  return {
    close() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
