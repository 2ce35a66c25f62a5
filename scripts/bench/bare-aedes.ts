/** Aedes on a TCP port and nothing else: what ingest is compared with. Prints its address. Started by scripts/bench/targets.ts. */
import { type AddressInfo, createServer } from "node:net";
import { Aedes } from "aedes";
import { readAllAtOnce } from "./read-all.ts";

const aedes = await Aedes.createBroker();
const server = createServer({ noDelay: true }, (socket) => {
  readAllAtOnce(socket);
  aedes.handle(socket);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ ready: true, mqtt: `mqtt://127.0.0.1:${port}` })}\n`);
});
process.once("SIGTERM", () => process.exit(0));
