/** Turns what people do into what their tablets send, slips and all. */
import { type ActAnswer, DEFECTS, type Outcome } from "@trame/shared";
import type { Random } from "../random.ts";
import type { FloorHappening, PacketName } from "../sewing/events.ts";
import type { Of, Scene, Send, Sending } from "./scene.ts";
import type { SlipBook } from "./slip-book.ts";
import { mistype } from "./slips.ts";

export interface StationActsDeps {
  readonly random: Random;
  readonly slips: SlipBook;
  readonly codeOf: (style: string, packet: PacketName) => string;
  /** A packet that was split off has got its ticket. */
  readonly name: (style: string, packet: PacketName, code: string) => void;
  readonly nextKey: () => string;
  readonly send: Send;
  /** Good pieces left the line, and the server knows. */
  readonly onOut: (style: string, packet: PacketName, pieces: number) => void;
}

/** The first of the list: what happens most. */
const FREQUENT_DEFECTS = 8;
/** From a slip to what mends it. */
const MEND_MS = 1_000;

/** One thing that happens to one packet. */
interface Case extends StationActsDeps {
  readonly scene: Scene;
  readonly packet: PacketName;
}

/** Tells what happens at a station by its tablet. */
export function tellAt(deps: StationActsDeps, what: FloorHappening, scene: Scene): void {
  switch (what.kind) {
    case "begin":
      tellBegin({ ...deps, scene, packet: what.packet }, what);
      break;
    case "finish":
      tellFinish({ ...deps, scene, packet: what.packet }, what);
      break;
    case "split":
      tellSplit({ ...deps, scene, packet: what.packet }, what);
      break;
    case "repaired":
      tellRepaired({ ...deps, scene, packet: what.packet }, what);
      break;
    case "correct":
      tellCorrection({ ...deps, scene, packet: what.packet }, what);
      break;
    // Told by a badge, or by the supervisor.
    case "badge":
    case "dispatch":
    case "return":
    case "trouble":
      break;
  }
}

function tellBegin(on: Case, { others }: Of<"begin">): void {
  const { scene, packet, slips } = on;
  if (others.length > 0) {
    const codes = () => [packet, ...others].map((each) => on.codeOf(scene.style, each));
    on.send(scene, packet, { path: "joins", body: () => ({ origin: "scan", codes: codes() }) });
    return;
  }
  if (slips.drawConflict(scene)) scanWrong(on, "other-ticket");
  const slip = slips.begin(scene, packet);
  switch (slip) {
    case "forgotten":
      break;
    case "other-ticket":
    case "mistyped":
      scanWrong(on, slip);
      scan(on, { afterMs: MEND_MS });
      break;
    case "twice": {
      const key = on.nextKey();
      scan(on, { key });
      undo(on, key);
      scan(on, { afterMs: 2 * MEND_MS });
      break;
    }
    case "sent-twice":
      scan(on, { isSentTwice: true });
      break;
    case "none":
      scan(on);
  }
}

function tellFinish(on: Case, what: Of<"finish">): void {
  const { scene, packet, slips } = on;
  const { outcome, isWhole } = what;
  const isPlain = isWhole && outcome.rework + outcome.second + outcome.scrap === 0;
  const isLast = scene.operation?.isLast === true;
  if (slips.wasUnscanned(scene, packet)) {
    if (isPlain) return;
    // There is something to tell: now it is noticed.
    scan({ ...on, scene: { ...scene, at: scene.at - MEND_MS } });
  }
  const slip = slips.finish(scene, packet, isPlain && !isLast);
  if (slip === "forgotten") return;
  if (isWhole) slips.isFinished(scene.station, packet);
  if (slip === "wrong-number") {
    const key = on.nextKey();
    declare(on, { ...outcome, good: outcome.good - 1, scrap: 1 }, { key });
    undo(on, key);
    declare(on, outcome, { afterMs: 2 * MEND_MS });
    return;
  }
  const onAnswer = () => {
    if (isLast) on.onOut(scene.style, packet, outcome.good);
  };
  declare(on, outcome, { onAnswer });
}

function tellSplit(on: Case, { child, pieces }: Of<"split">): void {
  const { scene, packet } = on;
  on.slips.inherit(packet, child);
  const onAnswer = ({ newCodes: [code] }: ActAnswer) => {
    if (code !== undefined) on.name(scene.style, child, code);
  };
  const body = () => ({ origin: "hand", code: on.codeOf(scene.style, packet), pieces });
  on.send(scene, packet, { path: "splits", body, onAnswer });
}

function tellRepaired(on: Case, { outcome }: Of<"repaired">): void {
  const { scene, packet } = on;
  const body = () => ({
    origin: "scan",
    code: on.codeOf(scene.style, packet),
    ...(scene.operation !== null && { operation: scene.operation.code }),
    ...outcome,
    repaired: true,
  });
  const onAnswer = () => on.onOut(scene.style, packet, outcome.good);
  on.send(scene, packet, { path: "finishes", body, onAnswer });
}

function tellCorrection(on: Case, { pieces }: Of<"correct">): void {
  const { scene, packet } = on;
  const body = () => ({ origin: "hand", code: on.codeOf(scene.style, packet), pieces });
  on.send(scene, packet, { path: "corrections", body });
}

function scan({ codeOf, send, scene, packet }: Case, more: Partial<Sending> = {}): void {
  const body = () => ({ origin: "scan", code: codeOf(scene.style, packet) });
  send(scene, packet, { path: "scans", body, ...more });
}

/** A ticket that is not the packet's: one that lay beside it, or a digit typed wrongly. */
function scanWrong(on: Case, kind: "other-ticket" | "mistyped"): void {
  const { scene, packet, codeOf, random, slips } = on;
  const other = slips.lastFinished(scene.station);
  if (kind === "other-ticket" && other === null) return;
  const text = once(() =>
    kind === "mistyped" || other === null
      ? mistype(codeOf(scene.style, packet), random)
      : codeOf(scene.style, other),
  );
  const origin = kind === "mistyped" ? "hand" : "scan";
  const mistake = scene.isLive ? "refused" : "conflict";
  on.send(scene, packet, { path: "scans", body: () => ({ origin, code: text() }), mistake });
}

function undo({ send, scene, packet }: Case, undoes: string): void {
  const body = () => ({ origin: "hand", undoes });
  send(scene, packet, { path: "undos", body, afterMs: MEND_MS });
}

function declare(on: Case, outcome: Outcome, more: Partial<Sending>): void {
  const { scene, packet, codeOf, random } = on;
  const pieces = outcome.rework + outcome.second + outcome.scrap;
  const defect = DEFECTS[Math.floor(random.next() * FREQUENT_DEFECTS)]?.code ?? "other";
  const operation = scene.operation?.code;
  const blamed = scene.operation?.inspects ?? null;
  const isInspected = blamed !== null;
  const fault = blamed === null ? operation : blamed[Math.floor(random.next() * blamed.length)];
  const body = () => ({
    origin: "scan",
    code: codeOf(scene.style, packet),
    ...(operation !== undefined && !isInspected && { operation }),
    ...outcome,
    ...(pieces > 0 && { defects: [{ defect, operation: fault ?? null, pieces }] }),
  });
  on.send(scene, packet, { path: isInspected ? "inspections" : "finishes", body, ...more });
}

/** The same each time that it is asked: an act that is sent again says the same. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
