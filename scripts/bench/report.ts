import { readFileSync, writeFileSync } from "node:fs";
import { type BalanceFigure, formatBalance } from "./balance.ts";
import { type FrameFigure, formatFrames } from "./frames.ts";
import type { IngestFigure } from "./ingest.ts";
import type { Machine } from "./machine.ts";
import type { MemoryFigure } from "./memory.ts";
import type { PixelFigure } from "./pixel.ts";
import type { ScanFigure } from "./scans.ts";

/** Everything that one run measured; null for what was left out. */
export interface Measured {
  readonly measuredAt: Date;
  readonly command: string;
  readonly machine: Machine;
  readonly ingest: readonly IngestFigure[];
  /** Ingest from MQTT.js clients. */
  readonly mqttJs: readonly IngestFigure[];
  readonly pixels: readonly PixelFigure[] | null;
  readonly frames: readonly FrameFigure[] | null;
  readonly memory: MemoryFigure;
  readonly scans: readonly ScanFigure[];
  readonly balance: readonly BalanceFigure[];
}

const BEGIN = "<!-- figures: written by npm run bench -->";
const END = "<!-- end of figures -->";

/** The figures as Markdown. */
export function formatReport(measured: Measured): string {
  return [
    machineSection(measured),
    ingestSection("Ingest", measured.ingest),
    ingestSection("Ingest from MQTT.js clients", measured.mqttJs),
    pixelSection(measured.pixels),
    formatFrames(measured.frames),
    formatMemory(measured.memory),
    scanSection(measured.scans),
    formatBalance(measured.balance),
  ].join("\n\n");
}

/** Puts the figures between their marks in docs/benchmarks.md; what people wrote around them stays. */
export function writeReport(file: string, report: string): void {
  const text = readFileSync(file, "utf8");
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} has lost the marks around its figures`);
  writeFileSync(file, `${text.slice(0, begin)}${BEGIN}\n\n${report}\n\n${text.slice(end)}`);
}

function machineSection({ measuredAt, command, machine }: Measured): string {
  const { cpu, memoryGb, system, node, mosquitto, disk, fileSystem } = machine;
  return [
    `Measured on ${measuredAt.toISOString().slice(0, 10)} with \`${command}\`.`,
    "",
    table(
      ["machine", ""],
      [
        ["processors", cpu],
        ["memory", `${memoryGb} GB`],
        ["system", `${system}, Node ${node}, ${mosquitto ?? "no Mosquitto"}`],
        ["disk, file system", `${disk}, ${fileSystem}`],
        ["fsync of 4 KiB", `p50 ${ms(machine.fsyncP50Ms)}, p99 ${ms(machine.fsyncP99Ms)}`],
      ],
    ),
  ].join("\n");
}

function ingestSection(title: string, figures: readonly IngestFigure[]): string {
  const rows = figures.map((figure) => [
    String(figure.devices),
    String(figure.inFlight),
    figure.target,
    figure.ofAedes.toFixed(2),
    count(figure.messagesPerSecond),
    `${count(figure.range[0])} to ${count(figure.range[1])}`,
    ms(figure.p50Ms),
    ms(figure.p99Ms),
    `${cpus(figure.serverCpus)} / ${cpus(figure.loadCpus)}`,
    microseconds(figure),
  ]);
  const head = ["devices", "in flight", "broker", "of Aedes", "messages/s", "rounds", "p50", "p99"];
  return `### ${title}\n\n${table([...head, "processors: server / load", "server's µs a message"], rows)}`;
}

function pixelSection(figures: readonly PixelFigure[] | null): string {
  const title = "### Publish to pixel";
  if (figures === null) return `${title}\n\nNot measured: no Chromium was found.`;
  const relay = figures.find(({ target }) => target === "relay");
  const rows = figures.map(({ target, changes, p50Ms, p99Ms, clockErrorMs }) => [
    target,
    (p50Ms / (relay?.p50Ms ?? Number.NaN)).toFixed(2),
    (p99Ms / (relay?.p99Ms ?? Number.NaN)).toFixed(2),
    ms(p50Ms),
    ms(p99Ms),
    String(changes),
    ms(clockErrorMs),
  ]);
  const head = ["path", "p50 of relay", "p99 of relay", "p50", "p99", "changes", "clock error"];
  return `${title}\n\n${table(head, rows)}`;
}

/** For the report, and for a run that measures memory alone. */
export function formatMemory(figure: MemoryFigure): string {
  const { stations, restMs, calmMs, longMs } = figure;
  const rows = [
    [`at rest, ${seconds(restMs)} after the start`, mb(figure.atRestMb)],
    [`one message a second each, a wall connected, for ${seconds(calmMs)}`, mb(figure.calmMb)],
    [`for ${seconds(longMs)} more, with the first backup`, mb(figure.longMb)],
    ["after all sent as fast as they could", mb(figure.loadMb)],
  ];
  return `### Resident memory, ${stations} stations\n\n${table(["", "VmRSS"], rows)}`;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function scanSection(figures: readonly ScanFigure[]): string {
  const [few] = figures;
  const rows = figures.map(({ bundles, scans, p50Ms, p99Ms, maxMs, viewP99Ms }) => [
    count(bundles),
    (p99Ms / (few?.p99Ms ?? Number.NaN)).toFixed(2),
    ms(p50Ms),
    ms(p99Ms),
    ms(maxMs),
    String(scans),
    ms(viewP99Ms),
  ]);
  const head = [
    "bundles",
    "p99 of the first",
    "p50",
    "p99",
    "longest",
    "scans",
    "p99 of the station's view",
  ];
  return `### Scans, ${few?.stations ?? 0} stations sewing\n\n${table(head, rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

function mb(value: number | null): string {
  return value === null ? "unknown" : `${Math.round(value)} MB`;
}

function cpus(value: number | null): string {
  return value === null ? "?" : value.toFixed(2);
}

/** Processor time of the server for one message: what other programs on the machine disturb the least. */
function microseconds({ serverCpus, messagesPerSecond }: IngestFigure): string {
  return serverCpus === null ? "?" : ((serverCpus / messagesPerSecond) * 1e6).toFixed(1);
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
