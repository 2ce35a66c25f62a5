/**
 * What publish to pixel is compared with: Aedes, a WebSocket and one text node, nothing stored. Prints its addresses.
 * Started by scripts/bench/pixel.ts.
 */
import { createServer as createHttp } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { Aedes } from "aedes";
import { WebSocketServer } from "ws";
import { readAllAtOnce } from "./read-all.ts";

const PAGE = `<!doctype html><title>relay</title><p id="relay">-</p><script>
  const node = document.getElementById("relay").firstChild;
  new WebSocket("ws://" + location.host).onmessage = ({ data }) => { node.data = data; };
</script>`;

const aedes = await Aedes.createBroker();
const mqtt = createServer({ noDelay: true }, (socket) => {
  readAllAtOnce(socket);
  aedes.handle(socket);
});
const http = createHttp((_request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(PAGE);
});
const screens = new WebSocketServer({ server: http });
aedes.on("publish", ({ topic, payload }, client) => {
  if (client === null) return;
  for (const screen of screens.clients) screen.send(`${topic} ${payload}`);
});

const ready = {
  ready: true,
  mqtt: `mqtt://127.0.0.1:${await listen(mqtt)}`,
  http: `http://127.0.0.1:${await listen(http)}`,
};
process.stdout.write(`${JSON.stringify(ready)}\n`);
process.once("SIGTERM", () => process.exit(0));

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
