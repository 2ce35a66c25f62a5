import { type ReadonlySignal, signal } from "@preact/signals";
import { buildTopic, encodeCounts } from "@trame/shared";
import type { SetTimer } from "../timer.ts";
import {
  type BrokerWord,
  buildConnect,
  buildPublish,
  readWords,
  type TrialIdentity,
} from "./mqtt-packets.ts";

/** How the counter stands with the broker. */
export type TrialState = "connecting" | "connected" | "refused";

/** A counter that lives in the page: what it counts goes the way of a machine's pieces, through the broker. */
export interface TrialCounter {
  readonly state: ReadonlySignal<TrialState>;
  /** Pieces that it counted and the server has on its disk. */
  readonly kept: ReadonlySignal<number>;
  /** One piece more. */
  sew(): void;
  close(): void;
}

/** A socket of binary frames. */
export interface TrialSocket {
  send(bytes: Uint8Array): void;
  close(): void;
}

export interface TrialSocketEvents {
  readonly onOpen: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onClose: () => void;
}

export interface TrialOptions {
  readonly identity: TrialIdentity;
  readonly openSocket: (events: TrialSocketEvents) => TrialSocket;
  readonly setTimer: SetTimer;
  /** ms, as `performance.now()`. */
  readonly monotonic: () => number;
  /** 8 hex digits: a page that is opened is a counter that is switched on. */
  readonly boot: string;
}

const KEEP_ALIVE_S = 60;
/** A counter of ours speaks that often when nothing happens. */
const HEARTBEAT_MS = 15_000;
const AGAIN_MS = 2_000;

/** Switches it on; it says its totals at once, after each piece and every 15 s, and connects again when it is cut. */
export function startTrialCounter(options: TrialOptions): TrialCounter {
  const { identity, openSocket, setTimer, monotonic, boot } = options;
  const state = signal<TrialState>("connecting");
  const kept = signal(0);
  const began = monotonic();
  let sewn = 0;
  let seq = 0;
  let socket: TrialSocket | null = null;
  let isClosed = false;
  let stopBeat = () => {};
  let stopAgain = () => {};
  /** Totals that are under way, by packet: one that is acknowledged is on the server's disk. */
  const underWay = new Map<number, number>();

  function publish(): void {
    seq += 1;
    const up = Math.floor(monotonic() - began);
    const sample = { seq, up, pieces: sewn, stitches: null, trims: null, state: null };
    const payload = encodeCounts({ boot, up, samples: [sample] });
    const packetId = (seq % 65_535) + 1;
    underWay.set(packetId, sewn);
    socket?.send(buildPublish({ topic: buildTopic(identity.id, "counts"), payload, packetId }));
    stopBeat();
    stopBeat = setTimer(publish, HEARTBEAT_MS);
  }

  function hear(word: BrokerWord): void {
    if (word.kind === "acknowledged") {
      kept.value = Math.max(kept.value, underWay.get(word.packetId) ?? 0);
      underWay.delete(word.packetId);
      return;
    }
    state.value = word.kind;
    if (word.kind === "connected") publish();
  }

  function connect(): void {
    socket = openSocket({
      onOpen: () => socket?.send(buildConnect(identity, KEEP_ALIVE_S)),
      onBytes: (bytes) => readWords(bytes).forEach(hear),
      onClose() {
        stopBeat();
        underWay.clear();
        if (isClosed) return;
        if (state.value === "connected") state.value = "connecting";
        stopAgain = setTimer(connect, AGAIN_MS);
      },
    });
  }

  connect();
  return {
    state,
    kept,
    sew() {
      sewn += 1;
      if (state.value === "connected") publish();
    },
    close() {
      isClosed = true;
      stopBeat();
      stopAgain();
      socket?.close();
    },
  };
}
