/**
 * The firmware's counting part, from power-on to power-off: it knows pulses and `up`, nothing of the time of day and nothing of
 * networks. A power cut is a new counter; what the old one had not delivered is gone with it.
 */
import {
  type Button,
  type DeviceConfig,
  type DeviceEvent,
  ENTRIES_MAX,
  type ReportedState,
  type Sample,
} from "@trame/shared";
import { createPieceRule, type Pulse } from "./piece-rule.ts";
import { createRing, type Ring } from "./ring.ts";

/** One boot of a device. Times are `up`: ms since power-on, handed in never falling. */
export interface Counter {
  readonly boot: string;
  readonly pieces: number;
  readonly ring: Pick<Ring, "size" | "waiting" | "blurred">;
  /** When something is due by itself: a heartbeat, or the machine is found idle. */
  nextDue(): number;
  /** Takes the heartbeats and finds the idleness due up to then. */
  advance(up: number): void;
  /** The machine stitched and trimmed. */
  pulse(up: number, pulse: Pulse): void;
  /** The drive's error line; its level is read at power-on too. */
  setFault(up: number, isFault: boolean): void;
  /** Somebody presses a button: what is to be told of it. */
  press(up: number, button: Button): DeviceEvent;
  configure(up: number, config: DeviceConfig): void;
  /** Puts waiting samples, the oldest first, into a message; empty when none wait. */
  take(message: number): readonly Sample[];
  /** The message is acknowledged: its samples are forgotten. */
  forget(message: number): void;
  /** The message may be lost: its samples will be sent again. */
  giveBack(message: number): void;
}

export interface CounterOptions {
  /** 8 hex digits. */
  readonly boot: string;
  readonly config: DeviceConfig;
  readonly ringSize: number;
}

/** A counter at power-on: all totals 0. */
export function createCounter(options: CounterOptions): Counter {
  const { boot } = options;
  const ring = createRing(options.ringSize);
  const rule = createPieceRule();
  const machine = createMachine();
  const totals = { pieces: 0, stitches: 0, trims: 0 };
  let config = options.config;
  let seq = 0;
  let heartbeatAt = config.heartbeatMs;
  let told: ReportedState | null = null;

  const sample = (up: number, occasion: "heartbeat" | "piece" | "look") => {
    const state = machine.stateAt(up);
    const isNew = state !== told;
    if (occasion === "look" && !isNew) return;
    told = state;
    const weight = occasion === "piece" ? "piece" : isNew ? "state" : "heartbeat";
    ring.push({ seq: ++seq, up, ...totals, state: isNew ? state : null }, weight);
  };

  const idleAt = () => (told === "running" ? machine.idleAt() : Number.POSITIVE_INFINITY);
  const nextDue = () => Math.min(heartbeatAt, idleAt());

  const advance = (until: number) => {
    for (let due = nextDue(); due <= until; due = nextDue()) {
      const isHeartbeat = heartbeatAt <= due;
      if (isHeartbeat) heartbeatAt = due + config.heartbeatMs;
      sample(due, isHeartbeat ? "heartbeat" : "look");
    }
  };

  // Said at once, so that the server holds this boot from its beginning.
  sample(0, "look");

  return {
    boot,
    get pieces() {
      return totals.pieces;
    },
    ring,
    nextDue,
    advance,
    pulse(up, pulse) {
      advance(up);
      machine.pulsedAt(up);
      totals.stitches += pulse.stitches;
      totals.trims += pulse.trims;
      const isPiece = rule.isComplete(pulse, config);
      if (isPiece) totals.pieces++;
      sample(up, isPiece ? "piece" : "look");
    },
    setFault(up, on) {
      advance(up);
      machine.setFault(on);
      sample(up, "look");
    },
    press(up, button) {
      advance(up);
      return { seq: ++seq, up, kind: "button", button };
    },
    configure(up, next) {
      advance(up);
      config = next;
      heartbeatAt = Math.min(heartbeatAt, up + config.heartbeatMs);
    },
    take: (message) => ring.take(message, ENTRIES_MAX),
    forget: ring.forget,
    giveBack: ring.giveBack,
  };
}

/** Without a stitch for so long the machine is idle. */
const IDLE_AFTER_MS = 120_000;

/** What can be told of the machine from its pulses and its error line. */
interface Machine {
  pulsedAt(up: number): void;
  setFault(on: boolean): void;
  stateAt(up: number): ReportedState;
  /** When it turns idle if nothing more comes. */
  idleAt(): number;
}

function createMachine(): Machine {
  let idleAt = 0;
  let isFault = false;
  return {
    pulsedAt(up) {
      idleAt = up + IDLE_AFTER_MS;
    },
    setFault(on) {
      isFault = on;
    },
    stateAt(up) {
      if (isFault) return "fault";
      return up < idleAt ? "running" : "idle";
    },
    idleAt: () => idleAt,
  };
}
