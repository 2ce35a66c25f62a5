/** A whole workshop in one process: people sew, counters count, the network does what it does. */
import { type Button, RING_SAMPLES_MIN } from "@trame/shared";
import type { Clock } from "./clock.ts";
import type { Dial } from "./link/dial.ts";
import { createPosts, type Post } from "./posts.ts";
import { createRandom, type Random } from "./random.ts";
import type { Incident } from "./scenario/scenario.ts";
import type { SimulatedLine } from "./scenario/workshop.ts";
import { type FloorHappening, isAtMachine, type SewingEvent } from "./sewing/events.ts";
import { sewLine } from "./sewing/line.ts";
import type { NextShift } from "./sewing/shifts.ts";
import { createTape, type Tape } from "./sewing/tape.ts";
import type { CounterTruth } from "./truth/truth.ts";

/** What is played, on what. */
export interface SimulationOptions {
  readonly lines: readonly SimulatedLine[];
  readonly seed: number;
  readonly clock: Clock;
  readonly dial: Dial;
  /** When the sewing begins; UTC ms, now or before. What was sewn before now is delivered as by devices long out of reach. */
  readonly from: number;
  readonly nextShift: NextShift;
  /** Hours of sewing in one hour; 1 by default. Devices, heartbeats and networks keep real time. */
  readonly speed?: number;
  /** Week of the story, from 1; 3 by default. */
  readonly week?: number;
  /** Besides those of the scenario; UTC ms. */
  readonly incidents?: readonly Incident[];
  /** Secret of each device, by id; a device that is not there has none. */
  readonly secrets?: ReadonlyMap<string, string>;
  /** Samples that a device holds; 4,096 by default. */
  readonly ringSize?: number;
  /** Is told what people do besides sewing. */
  readonly floor?: FloorListener;
  /** 8 hex digits for each power-on. Truly random by default: a second run of a seed is another boot. */
  readonly drawBoot?: () => string;
}

/** Hears what people do with packets and badges, in the order of time of each line, and no later than when it is over. */
export interface FloorListener {
  happens(event: FloorEvent): void;
  /** The network of a station goes or comes back. */
  network(station: string, on: boolean): void;
  /** What people can do at the counters, from now on. */
  attach?(hands: Hands): void;
}

/** People at the counters. */
export interface Hands {
  /** False at a table. */
  hasButtons(station: string): boolean;
  press(station: string, button: Button): void;
}

/** Something that people did. */
export interface FloorEvent {
  readonly line: SimulatedLine;
  readonly station: string;
  readonly what: FloorHappening;
  /** UTC ms of the clock. */
  readonly at: number;
}

/** A simulation that goes on. */
export interface Simulation {
  /** What was truly sewn so far, station by station. */
  truth(): CounterTruth[];
  /** Nobody sews any more; the devices go on and deliver what they hold. */
  stopSewing(): void;
  /** True when every piece was delivered by then; waits no longer than that. */
  drain(timeoutMs: number): Promise<boolean>;
  /** Switches all devices off. */
  close(): void;
}

/** The week of the story when none is given: the pace is there, the learning not over. */
export const DEFAULT_WEEK = 3;

/** Starts a workshop. All that was sewn before now is worked out before this returns. */
export function startSimulation(options: SimulationOptions): Simulation {
  const { clock } = options;
  const random = createRandom(options.seed);
  let onAcknowledged: () => void = () => undefined;
  const posts = createPosts(
    { ...options, ringSize: options.ringSize ?? RING_SAMPLES_MIN },
    { random, onAcknowledged: () => onAcknowledged(), onDueSooner: () => story.look() },
  );
  options.floor?.attach?.({
    hasButtons: (station) => posts.has(station),
    press: (station, button) => posts.get(station)?.device.press(button, clock.now()),
  });
  const story = playStory(options, posts, random);
  for (const { device } of posts.values()) device.goOnline();

  const isDelivered = () => [...posts.values()].every(isPostDelivered);
  return {
    truth: () => [...posts.values()].map(({ device, ledger }) => ledger.read(device.tally)),
    stopSewing: story.stopSewing,
    drain: (timeoutMs) =>
      new Promise((resolve) => {
        const timeout = clock.at(clock.now() + timeoutMs, () => resolve(isDelivered()));
        onAcknowledged = () => {
          if (!isDelivered()) return;
          timeout();
          resolve(true);
        };
        onAcknowledged();
      }),
    close() {
      story.close();
      for (const { device } of posts.values()) device.close();
    },
  };
}

/** What goes on. */
interface Story {
  /** Something is due sooner than expected. */
  look(): void;
  stopSewing(): void;
  close(): void;
}

/** Lets the story happen to the devices as time comes to it, and their heartbeats beside it. */
function playStory(
  options: SimulationOptions,
  posts: ReadonlyMap<string, Post>,
  random: Random,
): Story {
  const { clock, speed = 1 } = options;
  const anchor = clock.now();
  const toClock = (at: number) => (at <= anchor ? at : anchor + (at - anchor) / speed);
  const all = [...posts.values()];
  let tapes = options.lines.map((line) => ({ line, tape: recordLine(options, line, random) }));
  let cancel: () => void = () => undefined;

  const play = (line: SimulatedLine, { station, what }: SewingEvent, at: number) => {
    if (!isAtMachine(what)) {
      options.floor?.happens({ line, station, what, at });
      return;
    }
    const post = posts.get(station);
    post?.device.advance(at);
    post?.device.handle(what, at);
    if (what.kind === "seam" && what.completes) post?.ledger.sewn(at);
    if (what.kind === "network") options.floor?.network(station, what.on);
  };

  const playUntil = (line: SimulatedLine, tape: Tape, now: number) => {
    for (let at = toClock(tape.next().at); at <= now; at = toClock(tape.next().at)) {
      const event = tape.next();
      tape.skip();
      play(line, event, at);
    }
  };

  const tick = () => {
    const now = clock.now();
    for (const { line, tape } of tapes) playUntil(line, tape, now);
    for (const { device } of all) device.advance(now);
    const due = [
      ...tapes.map(({ tape }) => toClock(tape.next().at)),
      ...all.map(({ device }) => device.nextDue()),
    ];
    cancel();
    cancel = clock.at(Math.min(...due), tick);
  };

  tick();
  return {
    look: tick,
    stopSewing() {
      tapes = [];
    },
    close: () => cancel(),
  };
}

function recordLine(options: SimulationOptions, line: SimulatedLine, random: Random): Tape {
  const { from, nextShift, week = DEFAULT_WEEK, incidents = [] } = options;
  const { id, name: _, ...sewn } = line;
  return createTape(
    sewLine({ ...sewn, week, random: random.fork(id), start: from, nextShift, incidents }),
  );
}

function isPostDelivered({ device: { tally } }: Post): boolean {
  return tally === null || tally.acknowledged >= tally.counted;
}
