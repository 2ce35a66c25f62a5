/** People with badges and tickets beside the simulated counters: they use a server as its own screens do. */
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { SimulatedLine } from "../scenario/workshop.ts";
import type { FloorListener } from "../simulation.ts";
import type { Act } from "./act.ts";
import type { Api } from "./api.ts";
import { createAttendance } from "./attendance.ts";
import { createFloorTruth, type DoneAt, type FloorTruth } from "./floor-truth.ts";
import { createOrderBook, type OrderBook } from "./order-book.ts";
import { createPacking, type Packing } from "./packing.ts";
import { type Registered, register, type StationKey } from "./register.ts";
import type { Scene, Send } from "./scene.ts";
import { operationsById, sceneOf, tellTravel } from "./scenes.ts";
import { createSlipBook } from "./slip-book.ts";
import { type StationActsDeps, tellAt } from "./station-acts.ts";
import { createTablets } from "./tablets.ts";
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
}

/** People who are at work. */
export interface Crew extends FloorListener {
  /** How each station's page is opened. */
  readonly keys: ReadonlyMap<string, StationKey>;
  readonly truth: Pick<FloorTruth, "pieces" | "declared">;
  readonly orders: OrderBook["orders"];
  readonly packed: Packing["packed"];
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
  const { api, scenario, lines, tag, cutAt } = options;
  const registered = await register(api, scenario, lines);
  const book = createOrderBook(api, scenario, tag);
  for (const { id } of scenario.styles ?? []) await book.open({ style: id, set: 0 }, cutAt);
  return gather(options, registered, book);
}

function gather(options: CrewOptions, registered: Registered, book: OrderBook): Crew {
  const { api, clock, random, speed, tag, scenario } = options;
  const { badges, keys } = registered;
  const truth = createFloorTruth();
  const packing = createPacking(api, book, tag);
  const tablets = createTablets({ api, clock, keyOf: (act) => keyOf(keys, act) });
  let sent = 0;
  const nextKey = () => `sim-${tag}-${++sent}`;
  const attendance = createAttendance({ badges, nextKey, tag });
  const operations = operationsById(scenario);
  const partner = scenario.operations.find((each) => each.partner !== undefined)?.partner ?? "";

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
  const desks = new Map(options.lines.map(({ id }): [string, StationActsDeps] => [id, deskOn(id)]));

  return {
    keys,
    truth,
    orders: book.orders,
    packed: packing.packed,
    network: tablets.network,
    happens(event) {
      const { line, station, what, at } = event;
      const desk = desks.get(line.id);
      const scene = sceneOf(event, { clock, tablets, operations });
      if (desk === undefined || scene === null) return;
      truth.happens(what, doneAt(scene, book));
      if (what.kind === "badge") tablets.push(line.id, attendance.badge(what, { station, at }));
      else if (what.kind === "dispatch" || what.kind === "return") {
        tellTravel(what, scene, { ...desk, tag, partner });
      } else tellAt(desk, what, scene);
    },
    answered: () => withRefusals(tablets.answered(), packing.refusals()),
    caughtUp: tablets.caughtUp,
    async drain(timeoutMs) {
      const isDrained = await tablets.drain(timeoutMs);
      await packing.settled();
      return isDrained;
    },
    close: tablets.close,
  };
}

/** What a supervisor does needs the admin token. */
function keyOf(keys: Crew["keys"], { path, stationId }: Act): string | undefined {
  return path === "dispatches" || path === "returns" ? undefined : keys.get(stationId)?.key;
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

function withRefusals(answered: Answered, refusals: readonly string[]): Answered {
  const act = { path: "packings", stationId: "", at: 0, key: "" };
  return {
    ...answered,
    surprises: [...answered.surprises, ...refusals.map((said) => ({ act, said }))],
  };
}
