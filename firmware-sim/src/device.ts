/** A counter as it hangs at a machine: power, pulses and the drive's error line go in, MQTT comes out. */
import type { Button, DeviceConfig } from "@trame/shared";
import type { Clock } from "./clock.ts";
import { type Counter, createCounter } from "./counter/counter.ts";
import { type Courier, createCourier } from "./link/courier.ts";
import type { Dial, Identity } from "./link/dial.ts";
import type { Random } from "./random.ts";
import type { Happening } from "./sewing/events.ts";

/** A simulated counter. Times are UTC ms of the clock, handed in never falling and never in the future. */
export interface Device {
  /** What it has counted since it was switched on, and how far the broker knows it; null without power. */
  readonly tally: Tally | null;
  /** When a heartbeat is due. */
  nextDue(): number;
  advance(at: number): void;
  /** Something happened at the machine. */
  handle(what: Happening, at: number): void;
  /** Somebody presses a button wired to it; nothing happens without power. */
  press(button: Button, at: number): void;
  /** From now on it may use the network; before, it is a device that was out of reach. */
  goOnline(): void;
  /** Switches it off as a power cut does. */
  close(): void;
}

/** Pieces of one boot. */
export interface Tally {
  readonly boot: string;
  readonly counted: number;
  /** Told in messages that were acknowledged. */
  readonly acknowledged: number;
  /** Told in messages that were sent, acknowledged or not. */
  readonly spoken: number;
  /** Pieces whose time was given up because the ring held nothing but pieces. */
  readonly blurred: number;
}

export interface DeviceOptions {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly dial: Dial;
  readonly random: Random;
  /** What it had last received before the story begins. */
  readonly config: DeviceConfig;
  readonly ringSize: number;
  readonly drawBoot: () => string;
  /** How long the first calls of all devices are spread over. ms */
  readonly spreadMs: number;
  /** The power goes: what the boot had counted till then. */
  readonly onPowerOff: (tally: Tally) => void;
  readonly onAcknowledged: () => void;
  /** The next heartbeat is due sooner than it was. */
  readonly onDueSooner: () => void;
}

/** One boot, from power-on to power-off. */
interface Run {
  readonly bootAt: number;
  readonly counter: Counter;
  readonly courier: Courier;
}

/** A device without power; a `power` event switches it on. */
export function createDevice(options: DeviceOptions): Device {
  // Kept in flash over power cuts.
  let config = options.config;
  let run: Run | null = null;
  let isFault = false;
  let hasNetwork = true;
  let isOnline = false;

  const reach = () => {
    if (hasNetwork && isOnline) run?.courier.open();
    else run?.courier.shut();
  };

  const powerOn = (at: number) => {
    const next = startRun(options, {
      bootAt: at,
      config: () => config,
      onConfig(received, up) {
        config = received;
        next.counter.configure(up, received);
        options.onDueSooner();
      },
    });
    if (isFault) next.counter.setFault(0, true);
    run = next;
  };

  const powerOff = () => {
    if (run === null) return;
    options.onPowerOff(tallyOf(run));
    run.courier.shut();
    run = null;
  };

  return {
    get tally() {
      return run === null ? null : tallyOf(run);
    },
    nextDue: () => (run === null ? Number.POSITIVE_INFINITY : run.bootAt + run.counter.nextDue()),
    advance(at) {
      if (run !== null && at >= run.bootAt + run.counter.nextDue()) advance(run, at);
    },
    handle(what, at) {
      switch (what.kind) {
        case "power":
          powerOff();
          if (what.on) powerOn(at);
          reach();
          break;
        case "network":
          hasNetwork = what.on;
          reach();
          break;
        case "fault":
          isFault = what.on;
          run?.counter.setFault(upOf(run, at), what.on);
          break;
        case "seam":
          run?.counter.pulse(upOf(run, at), { stitches: what.stitches, trims: 1 });
          break;
      }
      run?.courier.wake();
    },
    press(button, at) {
      run?.courier.tell(run.counter.press(upOf(run, at), button));
    },
    goOnline() {
      isOnline = true;
      reach();
    },
    close: powerOff,
  };
}

function advance(run: Run, at: number): void {
  run.counter.advance(upOf(run, at));
  run.courier.wake();
}

function upOf({ bootAt }: Run, at: number): number {
  return Math.floor(at - bootAt);
}

/** What a boot begins with. */
interface Birth {
  readonly bootAt: number;
  readonly config: () => DeviceConfig;
  readonly onConfig: (config: DeviceConfig, up: number) => void;
}

function startRun(options: DeviceOptions, { bootAt, config, onConfig }: Birth): Run {
  const up = () => Math.floor(options.clock.now() - bootAt);
  const counter = createCounter({
    boot: options.drawBoot(),
    config: config(),
    ringSize: options.ringSize,
  });
  const courier = createCourier({
    ...options,
    counter,
    up,
    config,
    onConfig: (received) => onConfig(received, up()),
  });
  return { bootAt, counter, courier };
}

function tallyOf({ counter, courier }: Run): Tally {
  const { boot, pieces, ring } = counter;
  const { acknowledged, spoken } = courier;
  return { boot, counted: pieces, acknowledged, spoken, blurred: ring.blurred };
}
