/** The tablets of the stations: what people do leaves them in order, at once or, while the network is away, later. */
import type { Clock } from "../clock.ts";
import type { Act } from "./act.ts";
import type { Answer, Api } from "./api.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { type Answered, createTold, type Told } from "./told.ts";

export interface Tablets {
  /** Acts of one line leave in the order of their time. */
  push(line: string, act: Act): void;
  isOnline(station: string): boolean;
  network(station: string, on: boolean): void;
  answered(): Answered;
  /** True when nothing that is due is left by then. */
  caughtUp(timeoutMs: number): Promise<boolean>;
  /** Sends all that is left, as if every network were there; true when nothing is left by then. */
  drain(timeoutMs: number): Promise<boolean>;
  close(): void;
}

export interface TabletsOptions {
  readonly api: Api;
  readonly clock: Clock;
  /** With which a station writes; what has none writes with the admin token. */
  readonly keyOf: (act: Act) => string | undefined;
}

/** An act on its way. */
interface Waiting {
  readonly act: Act;
  readonly wasOffline: boolean;
}

const AGAIN_MS = 1_000;

export function createTablets(options: TabletsOptions): Tablets {
  const { clock } = options;
  const outboxes = new Map<string, Outbox<Waiting>>();
  const held = new Map<string, { readonly line: string; readonly act: Act }[]>();
  const told = createTold();
  const closing = new AbortController();
  let isDraining = false;
  let onIdle: () => void = () => undefined;
  const send = createDelivery(options, told, closing.signal);
  const deliver = async (waiting: Waiting) => {
    if (waiting.act.isForeseen !== true || waiting.act.at <= clock.now()) await send(waiting);
  };

  function outboxOf(line: string): Outbox<Waiting> {
    const known = outboxes.get(line);
    if (known !== undefined) return known;
    const made = createOutbox({ clock, deliver, onIdle: () => onIdle() });
    outboxes.set(line, made);
    return made;
  }

  function release(station: string): void {
    const acts = held.get(station) ?? [];
    held.delete(station);
    for (const { line, act } of acts) {
      outboxOf(line).push(clock.now(), { act, wasOffline: true });
    }
  }

  function untilIdle(timeoutMs: number): Promise<boolean> {
    const isIdle = () => [...outboxes.values()].every((outbox) => outbox.isIdle);
    return new Promise((resolve) => {
      const cancel = clock.at(clock.now() + timeoutMs, () => resolve(isIdle()));
      onIdle = () => {
        if (!isIdle()) return;
        cancel();
        resolve(true);
      };
      onIdle();
    });
  }

  return {
    push(line, act) {
      const kept = act.stationId === null ? undefined : held.get(act.stationId);
      if (kept !== undefined && !isDraining) kept.push({ line, act });
      else outboxOf(line).push(act.at, { act, wasOffline: false });
    },
    isOnline: (station) => !held.has(station),
    network(station, on) {
      if (on) release(station);
      else if (!held.has(station)) held.set(station, []);
    },
    answered: told.read,
    caughtUp: untilIdle,
    drain(timeoutMs) {
      isDraining = true;
      for (const station of [...held.keys()]) release(station);
      for (const outbox of outboxes.values()) outbox.hurry();
      return untilIdle(timeoutMs);
    },
    close() {
      closing.abort();
      for (const outbox of outboxes.values()) outbox.close();
    },
  };
}

/** Sends an act until the server has it, or says that it never will. */
function createDelivery(
  { api, clock, keyOf }: TabletsOptions,
  told: Told,
  closing: AbortSignal,
): (waiting: Waiting) => Promise<void> {
  async function send({ act, wasOffline }: Waiting): Promise<Answer | null> {
    try {
      await act.before?.();
      const at = Math.floor(act.at);
      const times = { at, sentAt: Math.max(at, clock.now()) };
      const place = act.stationId === null ? {} : { stationId: act.stationId };
      const head = { key: act.key, ...place, ...times };
      const key = keyOf(act);
      return await api.ask("POST", `/api/v1/${act.path}`, {
        body: { ...head, ...(wasOffline && { offline: true }), ...act.body() },
        ...(key !== undefined && { key }),
      });
    } catch (error) {
      // A ticket that nobody has printed: nothing that the network could mend.
      if (!(error instanceof RangeError)) return null;
      return { status: 404, body: { code: "no-ticket", message: error.message } };
    }
  }

  return async (waiting) => {
    const { act } = waiting;
    while (!closing.aborted) {
      const answer = await send(waiting);
      if (answer !== null && answer.status < 500 && answer.status !== 429) {
        told.hear(act, answer);
        if (act.isSentTwice === true) told.compare(act, answer, await send(waiting));
        return;
      }
      await new Promise<void>((resolve) => {
        clock.at(clock.now() + AGAIN_MS, resolve);
      });
    }
  };
}
