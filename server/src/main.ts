/* The process: environment, signals, ports. What it starts is put together in app.ts. */
import { existsSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";
import { readAdminToken } from "./admin-token.ts";
import { type App, startApp } from "./app.ts";
import { type Config, ConfigFault, readConfig } from "./config.ts";

const UI_FOLDER = fileURLToPath(new URL("../../floor-ui/dist", import.meta.url));
const ANY_HOST = new Set(["0.0.0.0", "::"]);

await main();

async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const app = await startApp({
      ...config,
      adminToken: config.adminToken ?? readAdminToken(config.data),
      uiFolder: existsSync(UI_FOLDER) ? UI_FOLDER : null,
      uiVersion: readUiVersion(),
      logLevel: "warn",
    });
    closeOnSignal(app);
    announce(config, app);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** Of the screens as they were built; a page that was loaded with others reloads itself. */
function readUiVersion(): string {
  const file = `${UI_FOLDER}/version.json`;
  return existsSync(file) ? String(JSON.parse(readFileSync(file, "utf8")).version) : "none";
}

function closeOnSignal(app: App): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${sentenceOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
  process.on("SIGHUP", close);
}

/** One line of JSON for programs; on every address, also what people type elsewhere, and what that means. */
function announce({ host }: Config, { httpPort, mqttPort }: App): void {
  const own = ANY_HOST.has(host) ? "127.0.0.1" : bracketed(host);
  const ready = {
    ready: true,
    http: `http://${own}:${httpPort}`,
    mqtt: `mqtt://${own}:${mqttPort}`,
    mqttWs: `ws://${own}:${httpPort}/mqtt`,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  if (!ANY_HOST.has(host)) return;
  for (const address of localAddresses()) {
    process.stdout.write(
      `Sur le réseau : http://${address}:${httpPort} · mqtt://${address}:${mqttPort}\n`,
    );
  }
  process.stdout.write(
    "Attention : tout appareil de ce réseau peut lire les écrans ; n'ouvrez ces ports que sur le réseau de l'atelier.\n",
  );
}

function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === "IPv4" && !address.internal)
    .map(({ address }) => address);
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** What went wrong at the start, as one sentence for whoever started it. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = Object.assign({ code: "", port: 0, address: "" }, error);
  if (code === "EADDRINUSE") {
    return `Le port ${port} est déjà pris : arrêtez l'autre programme, ou changez TRAME_HTTP_PORT ou TRAME_MQTT_PORT.`;
  }
  if (code === "EACCES" && port > 0) {
    return `Le port ${port} est réservé au système : choisissez TRAME_HTTP_PORT et TRAME_MQTT_PORT au-dessus de 1023.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `TRAME_HOST : l'adresse ${address} n'est pas une adresse de cette machine.`;
  }
  if (code === "EACCES" || code === "EROFS" || code === "ENOTDIR" || code === "EEXIST") {
    return `TRAME_DATA : ce dossier ne peut pas être utilisé (${error.message}).`;
  }
  return `Le démarrage a échoué : ${error.message}`;
}
