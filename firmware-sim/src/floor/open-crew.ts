/** People with badges and tickets beside the simulated counters: they use a server as its own screens do. */
import type { Span } from "@trame/shared";
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { SimulatedLine } from "../scenario/workshop.ts";
import type { FloorListener, Hands } from "../simulation.ts";
import { openDay } from "../supervision/open-day.ts";
import { createSupervisor } from "../supervision/supervisor.ts";
import type { WordTruth } from "../supervision/word-truth.ts";
import type { Act } from "./act.ts";
import type { Api } from "./api.ts";
import { type Attendance, createAttendance } from "./attendance.ts";
import { createFloorTruth, type DoneAt, type FloorTruth } from "./floor-truth.ts";
import { createOrderBook, type OrderBook } from "./order-book.ts";
import { createPacking, type Packing } from "./packing.ts";
import { type Registered, register, type StationKey } from "./register.ts";
import type { Scene, Send } from "./scene.ts";
import { operationsById, sceneOf, tellTravel } from "./scenes.ts";
import { createSlipBook } from "./slip-book.ts";
import { type StationActsDeps, tellAt } from "./station-acts.ts";
import { createTablets, type Tablets } from "./tablets.ts";
import type { Answered } from "./told.ts";

export interface CrewOptions {
  readonly api: Api;
  readonly scenario: Scenario;
  readonly lines: readonly SimulatedLine[];
  readonly clock: Clock;
  readonly random: Random;
  /** Keeps the keys of two runs apart: a few letters and digits. */
  readonly tag: string;
  /** When the pieces were cut that wait at the beginning, UTC ms. */
  readonly cutAt: number;
  readonly speed: number;
  /** Today's hours. */
  readonly shift: Span;
}

/** People who are at work. */
export interface Crew extends FloorListener {
  /** How each station's page is opened. */
  readonly keys: ReadonlyMap<string, StationKey>;
  readonly truth: Pick<FloorTruth, "pieces" | "declared">;
  readonly orders: OrderBook["orders"];
  readonly packed: Packing["packed"];
  /** What was said of stops and calls until now, or until the end of it. */
  words(): WordTruth;
  /** What the server said to all of it; refused packings are among the surprises. */
  answered(): Answered;
  /** True when all that was done until now has been told by then. */
  caughtUp(timeoutMs: number): Promise<boolean>;
  /** Sends all that is left; true when the server has it. */
  drain(timeoutMs: number): Promise<boolean>;
  close(): void;
}

/** A slip is mended within seconds: at a higher speed the next packet would come first. */
const FASTEST_WITH_SLIPS = 2;

/** Gives orders, badges and keys to a server, and a crew that works by them. */
export async function openCrew(options: CrewOptions): Promise<Crew> {
  const { api, scenario, lines, tag, cutAt, clock, shift } = options;
  const { timeZone } = scenario.workshop;
  const registered = await register(api, scenario, { lines, shift: { ...shift, timeZone } });
  const book = createOrderBook(api, scenario, tag);
  for (const { id } of scenario.styles ?? []) await book.open({ style: id, set: 0 }, cutAt);
  const crew = gather(options, registered, book);
  const refusals = await openDay({
    ...{ api, lines, clock },
    nextKey: createKeys(`${tag}-day`),
    timeZone,
  });
  return { ...crew, answered: () => withRefusals(crew.answered(), "day", refusals) };
}

function gather(options: CrewOptions, registered: Registered, book: OrderBook): Crew {
  const { api, clock, random, speed, tag, scenario } = options;
  const { badges, keys } = registered;
  const truth = createFloorTruth();
  const packing = createPacking(api, book, tag);
  const tablets = createTablets({ api, clock, keyOf: (act) => keyOf(keys, act) });
  const nextKey = createKeys(tag);
  const attendance = createAttendance({ badges, nextKey, tag });
  const operations = operationsById(scenario);
  const partner = scenario.operations.find((each) => each.partner !== undefined)?.partner ?? "";

  let endedAt: number | null = null;
  let hands: Hands = { hasButtons: () => false, press: () => undefined };
  const supervisor = createSupervisor({
    ...{ api, clock, nextKey },
    random: random.fork("supervisor"),
    canPress: (station) => tablets.isOnline(station) && hands.hasButtons(station),
    press: (station, button) => hands.press(station, button),
    after: speededFrom(clock.now(), speed),
    push: tablets.push,
    who: attendance.at,
  });
  const desks = createDesks(options, { book, packing, tablets, attendance, nextKey });

  return {
    keys,
    truth,
    orders: book.orders,
    packed: packing.packed,
    words: () => supervisor.truth(endedAt ?? clock.now()),
    network: tablets.network,
    attach(given) {
      hands = given;
    },
    happens(event) {
      const { line, station, what, at } = event;
      if (what.kind === "trouble") {
        supervisor.hears({ line: line.id, station, at, what });
        return;
      }
      const desk = desks.get(line.id);
      const scene = sceneOf(event, { clock, tablets, operations });
      if (desk === undefined || scene === null) return;
      truth.happens(what, doneAt(scene, book));
      if (what.kind === "badge") tablets.push(line.id, attendance.badge(what, { station, at }));
      else if (what.kind === "dispatch" || what.kind === "return") {
        tellTravel(what, scene, { ...desk, tag, partner });
      } else tellAt(desk, what, scene);
    },
    answered: () => withRefusals(tablets.answered(), "packings", packing.refusals()),
    caughtUp: tablets.caughtUp,
    async drain(timeoutMs) {
      endedAt ??= clock.now();
      const isDrained = await tablets.drain(timeoutMs);
      await packing.settled();
      return isDrained;
    },
    close: tablets.close,
  };
}

/** What the desks of all lines use. */
interface DeskParts {
  readonly book: OrderBook;
  readonly packing: Packing;
  readonly tablets: Tablets;
  readonly attendance: Attendance;
  readonly nextKey: () => string;
}

/** Turns what people do on a line into what its tablets send; by line. */
function createDesks(
  { lines, clock, random, speed }: CrewOptions,
  { book, packing, tablets, attendance, nextKey }: DeskParts,
): Map<string, StationActsDeps> {
  const sendOn =
    (line: string): Send =>
    (scene, packet, sending) => {
      const { afterMs = 0, body, ...act } = sending;
      const { station, style } = scene;
      const who = attendance.at(station);
      tablets.push(line, {
        key: nextKey(),
        ...act,
        stationId: station,
        at: scene.at + afterMs,
        body: () => ({ ...body(), ...who }),
        before: () => book.open({ style, set: packet.set }, clock.now()),
      });
    };
  const deskOn = (line: string): StationActsDeps => {
    const fork = random.fork(line);
    return {
      random: fork,
      slips: createSlipBook(fork, speed <= FASTEST_WITH_SLIPS),
      codeOf: book.codeOf,
      name: book.name,
      nextKey,
      send: sendOn(line),
      onOut: (style, { set }, pieces) =>
        packing.out(book.setsOf(style).at(set).order, style, pieces),
    };
  };
  return new Map(lines.map(({ id }): [string, StationActsDeps] => [id, deskOn(id)]));
}

/** Moments so many ms of sewing after others: what was before `anchor` was sewn in its own time. */
function speededFrom(anchor: number, speed: number) {
  return (at: number, ms: number) => {
    const still = Math.min(ms, Math.max(0, anchor - at));
    return at + still + (ms - still) / speed;
  };
}

/** What a supervisor does needs the admin token. */
function keyOf(keys: Crew["keys"], { path, stationId }: Act): string | undefined {
  if (stationId === null || path === "dispatches" || path === "returns") return undefined;
  return keys.get(stationId)?.key;
}

function doneAt({ station, at, style, operation }: Scene, book: OrderBook): DoneAt {
  return {
    station,
    at,
    style,
    setOf: ({ set }) => book.setsOf(style).at(set),
    isLast: operation?.isLast === true,
    countedBy: operation?.countedBy ?? "machine",
  };
}

function createKeys(tag: string): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    return `sim-${tag}-${drawn}`;
  };
}

function withRefusals(answered: Answered, path: string, refusals: readonly string[]): Answered {
  const act = { path, stationId: null, at: 0, key: "" };
  return {
    ...answered,
    surprises: [...answered.surprises, ...refusals.map((said) => ({ act, said }))],
  };
}
