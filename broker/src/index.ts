export type {
  Broker,
  BrokerLimits,
  BrokerLog,
  BrokerOptions,
  NativePublication,
  Presence,
  Publication,
  TasmotaPublication,
  TurnedAway,
} from "./api.ts";
export { atMostEvery } from "./at-most.ts";
export type { DeviceCredential, HashedSecret } from "./credentials.ts";
export { hashSecret, matchesSecret } from "./credentials.ts";
export { createGuesses } from "./guesses.ts";
export { startBroker } from "./start-broker.ts";
