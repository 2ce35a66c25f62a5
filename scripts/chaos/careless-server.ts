/**
 * Trame's ingest with its promise broken: acknowledges before it commits. The negative control of `npm run chaos`, which must
 * catch it. Started by scripts/chaos/run-chaos.ts.
 */
import { hashSecret, matchesSecret, startBroker } from "@trame/broker";
import { startClock } from "../../server/src/clock.ts";
import { createDeviceDesk } from "../../server/src/devices/device-desk.ts";
import { createIngest } from "../../server/src/ingest/create-ingest.ts";
import { createRecorder } from "../../server/src/record.ts";
import { openStore } from "../../server/src/store/open-store.ts";

/** What is written in the background is written soon. */
const SOON_MS = 20;

const { TRAME_DATA: data = "", TRAME_MQTT_PORT: port = "0" } = process.env;
const store = await openStore(data, Date.now());
const clock = startClock({ onStep: () => undefined });
const onError = (error: unknown): void => console.error(error);
const desk = createDeviceDesk({
  store,
  secrets: { hash: hashSecret, matches: matchesSecret },
  now: clock.now,
  onError,
});
await desk.refresh();
const recorder = createRecorder(store, clock);
const ingest = createIngest(recorder);

const broker = await startBroker({
  host: "127.0.0.1",
  port: Number(port),
  credentials: desk.credentials,
  accept(publication) {
    setTimeout(() => ingest(publication)?.catch(onError), SOON_MS);
    return undefined;
  },
  onPresence: desk.onPresence,
  onWaiting: desk.onWaiting,
  log: { info: () => undefined, warn: (fields, message) => console.error(message, fields) },
});
const mqtt = `mqtt://127.0.0.1:${broker.port}`;
process.stdout.write(`${JSON.stringify({ ready: true, mqtt })}\n`);

process.once("SIGTERM", () => {
  close().then(() => process.exit(0), onError);
});

async function close(): Promise<void> {
  await broker.close();
  await recorder.flush();
  desk.close();
  clock.close();
  await store.close();
}
