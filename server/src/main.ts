/* The process: environment, signals, ports. What it starts is put together in app.ts. */
import { existsSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";
import { readAdminToken } from "./admin-token.ts";
import type { App } from "./app.ts";
import { type Config, ConfigFault, readConfig } from "./config.ts";
import { giveBackLater } from "./give-back.ts";
import { collectorsGiveWay } from "./give-way.ts";

const UI_FOLDER = fileURLToPath(new URL("../../floor-ui/dist", import.meta.url));
const ANY_HOST = new Set(["0.0.0.0", "::"]);

await main();

async function main(): Promise<void> {
  // Whoever has the folder has the workshop: what is made in it is its owner's alone.
  process.umask(0o077);
  collectorsGiveWay();
  try {
    const config = readConfig(process.env);
    const { httpsPort, mqttsPort } = config;
    // The whole server takes half a second to load: a wrong variable is told before.
    const { startApp } = await import("./app.ts");
    const app = await startApp({
      ...config,
      tls: { httpsPort, mqttsPort },
      tell: say,
      adminToken: config.adminToken ?? readAdminToken(config.data),
      uiFolder: existsSync(UI_FOLDER) ? UI_FOLDER : null,
      uiVersion: readUiVersion(),
      logLevel: "warn",
      onFailure: failWith,
    });
    closeOnSignal(app);
    announce(config, app);
    giveBackLater();
  } catch (error) {
    say(sentenceOf(error));
    process.exitCode = 1;
  }
}

/** The store has ended by itself: whoever watches over the process starts it again, and counters keep what they have. */
function failWith(error: Error): void {
  say(`Trame s'arrête : l'enregistrement a échoué (${error.message}). Relancez npm start.`);
  process.exit(1);
}

/** For people; the other output is for programs. */
function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
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
      () => {
        say("Trame est arrêté, tout est enregistré.");
        process.exit(0);
      },
      (error: unknown) => {
        say(sentenceOf(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
  process.on("SIGHUP", close);
}

/** One line of JSON for programs; on every address, also what people type elsewhere, and what that costs. */
function announce({ host }: Config, app: App): void {
  const own = ANY_HOST.has(host) ? "127.0.0.1" : bracketed(host);
  const ready = { ready: true, ...addressesOn(own, app) };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  say(`Trame tourne. Ouvrez ${ready.http}/ · Ctrl-C pour arrêter.`);
  if (app.setupCode !== null) {
    say(`Code de mise en route : ${app.setupCode} · à taper sur ${ready.http}/setup`);
  }
  if (app.authority !== null) {
    const { words, hex } = app.authority.fingerprint;
    say(`Certificat de l'atelier : ${words}`);
    say(`  SHA-256 ${hex} · comment l'approuver : ${ready.http}/trust`);
  }
  if (!ANY_HOST.has(host)) return;
  for (const address of localAddresses()) {
    const { http, mqtt, https, mqtts } = addressesOn(address, app);
    const shown = [https, http, mqtts, mqtt].filter((found) => found !== null);
    process.stdout.write(`Sur le réseau : ${shown.join(" · ")}\n`);
  }
  process.stdout.write(
    "Attention : ce qui passe par http:// et mqtt:// peut être lu et changé par qui est sur le même réseau. Les personnes se connectent par https:// ; n'ouvrez ces ports que sur le réseau de l'atelier.\n",
  );
}

/** What is opened or called under one address of this machine; null: not heard over TLS. */
function addressesOn(address: string, { httpPort, mqttPort, httpsPort, mqttsPort }: App) {
  return {
    http: `http://${address}:${httpPort}`,
    mqtt: `mqtt://${address}:${mqttPort}`,
    mqttWs: `ws://${address}:${httpPort}/mqtt`,
    https: httpsPort === null ? null : `https://${address}:${httpsPort}`,
    mqtts: mqttsPort === null ? null : `mqtts://${address}:${mqttsPort}`,
  };
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
  const { code, port, address, hostname, message } = faultOf(error);
  switch (code) {
    case "FOLDER_TAKEN":
      return "TRAME_DATA : un autre Trame utilise déjà ce dossier ; arrêtez-le d'abord, ou donnez un autre dossier à celui-ci.";
    case "EADDRINUSE":
      return `Le port ${port} est déjà pris : Trame tourne peut-être déjà. Sinon, changez TRAME_HTTP_PORT ou TRAME_MQTT_PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    // A name, where no network answers for it.
    case "EAI_AGAIN":
      return `TRAME_HOST : l'adresse ${address || hostname} n'est pas une adresse de cette machine.`;
    case "EACCES":
      if (port > 0) {
        return `Le port ${port} est réservé au système : choisissez TRAME_HTTP_PORT et TRAME_MQTT_PORT au-dessus de 1023.`;
      }
  }
  if (/^(SQLITE_|E[A-Z]+$)/.test(code)) {
    return `TRAME_DATA : ce dossier ne peut pas être utilisé (${message}).`;
  }
  return `Le démarrage a échoué : ${message}`;
}

function faultOf(error: unknown) {
  const unknown = { code: "", port: 0, address: "", hostname: "", message: String(error) };
  if (!(error instanceof Error)) return unknown;
  return {
    ...unknown,
    ...error,
    code: "code" in error ? String(error.code) : "",
    message: error.message,
  };
}
