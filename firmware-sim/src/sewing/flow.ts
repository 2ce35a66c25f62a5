/** The way of packets through the operations of a style: parts made side by side come together, and what waits where at the start. */
import { comesAfter } from "../scenario/catalogue-of.ts";
import type { Operation, Scenario } from "../scenario/scenario.ts";
import type { CutSet } from "../scenario/sets.ts";
import type { SetShare } from "../scenario/workshop.ts";
import { createPacket, createShelf, type Job, type Packet, type Shelf } from "./packets.ts";
import type { Wish } from "./processes.ts";

/** An operation with what lies before it. */
export interface Node {
  readonly operation: Operation;
  /** Where its packets come from; none where they are cut. */
  readonly before: readonly Node[];
  readonly shelf: Shelf;
  /** Parts that wait for the others of their set. */
  readonly arrived: Map<number, Packet[]>;
  next: Node | null;
}

/** How packets travel on a line. */
export interface Flow {
  /** In the order of the scenario. */
  readonly nodes: readonly Node[];
  /** Cuts the next packet of a first operation where cutting never stops; null: packets come by the shelf. */
  drawFor(node: Node): (() => Job) | null;
  /** Cuts one set more when one has come together. */
  releaseAt(node: Node): () => readonly Wish[];
  /** Where a packet goes on that is done there. */
  deliverFrom(node: Node): (packet: Packet) => Wish | null;
  /** Puts the packets together that reach an operation. */
  jobOf(packets: readonly Packet[]): Job | null;
  /** Fills the shelves; `pass` is told what was done before, each packet at each operation, in order. */
  fill(waiting: (node: Node) => number, pass: (node: Node, job: Job) => void): void;
}

/** What a line sews. */
export interface FlowOptions {
  readonly scenario: Scenario;
  readonly style: string | null;
  readonly share: SetShare;
  readonly cut: (set: number) => Pick<CutSet, "pieces">;
}

/** Sets that are cut before they are needed, so that nobody waits for the scissors. */
const AHEAD = 3;

export function createFlow({ scenario, style, share, cut }: FlowOptions): Flow {
  const nodes = createNodes(scenario.operations);
  const ranks = (scenario.styles ?? [])
    .filter(({ id }) => id === style)
    .flatMap(({ parts = [] }) => parts.map(({ code }) => code));
  const starts = nodes.filter(({ before }) => before.length === 0);
  /** By first operation: the next set to be cut, counted on this line. */
  const nextSets = new Map(starts.map((node): [Node, number] => [node, 0]));

  const cutFor = ({ operation }: Node, count: number): Job => {
    const set = share.first + count * share.every;
    const packet = createPacket(set, operation.part ?? null, cut(set).pieces);
    return { packet, others: [] };
  };
  const drawNext = (node: Node): Job => {
    const count = nextSets.get(node) ?? 0;
    nextSets.set(node, count + 1);
    return cutFor(node, count);
  };
  const jobOf = (packets: readonly Packet[]): Job | null => {
    const rank = ({ part }: Packet) => (part === null ? -1 : ranks.indexOf(part));
    const [packet, ...others] = packets.toSorted((a, b) => rank(a) - rank(b));
    return packet === undefined ? null : { packet, others };
  };
  const isEndless = starts.length === 1;

  return {
    nodes,
    jobOf,
    drawFor: (node) => (isEndless && starts.includes(node) ? () => drawNext(node) : null),
    releaseAt: (node) => () =>
      isEndless || !isLastJoin(node)
        ? []
        : starts.map((start) => ({ kind: "give", shelf: start.shelf, job: drawNext(start) })),
    deliverFrom: ({ next }) =>
      next === null ? () => null : (packet) => deliver(next, packet, jobOf),
    fill(waiting, pass) {
      const came = (node: Node, count: number): Job => {
        const packets = node.before.map((before) => {
          const job = came(before, count);
          pass(before, job);
          return job.packet;
        });
        return jobOf(packets) ?? cutFor(node, count);
      };
      const fillFrom = (node: Node, base: number): void => {
        const isStart = node.before.length === 0;
        const count = isStart ? 0 : waiting(node);
        if (isStart) nextSets.set(node, base);
        for (let n = 0; n < count; n++) node.shelf.jobs.push(came(node, base + n));
        for (const before of node.before) fillFrom(before, base + count);
      };
      for (const node of nodes.filter(({ next }) => next === null)) fillFrom(node, 0);
      if (!isEndless) cutAhead();
    },
  };

  function cutAhead(): void {
    const top = Math.max(...nextSets.values()) + AHEAD;
    for (const start of starts) {
      while ((nextSets.get(start) ?? top) < top) start.shelf.jobs.push(drawNext(start));
    }
  }
}

function createNodes(operations: readonly Operation[]): Node[] {
  const byId = new Map<string, Node>();
  const build = (id: string): Node | null => {
    const index = operations.findIndex((operation) => operation.id === id);
    const operation = operations[index];
    if (operation === undefined) return null;
    const known = byId.get(id);
    if (known !== undefined) return known;
    const before = comesAfter(operations, index).flatMap((each) => build(each) ?? []);
    const node: Node = { operation, before, shelf: createShelf(), arrived: new Map(), next: null };
    for (const each of before) each.next = node;
    byId.set(id, node);
    return node;
  };
  return operations.flatMap(({ id }) => build(id) ?? []);
}

/** From here on pieces are whole. */
function isLastJoin({ operation, next }: Node): boolean {
  return (operation.joins ?? []).length > 0 && !hasJoin(next);
}

/** Parts come together at the operation or after it. */
export function hasJoin(node: Node | null): boolean {
  if (node === null) return false;
  return (node.operation.joins ?? []).length > 0 || hasJoin(node.next);
}

function deliver(node: Node, packet: Packet, jobOf: Flow["jobOf"]): Wish | null {
  const { before, arrived, shelf } = node;
  if (before.length === 1) return { kind: "give", shelf, job: { packet, others: [] } };
  const there = [...(arrived.get(packet.set) ?? []), packet];
  arrived.set(packet.set, there);
  if (there.length < before.length) return null;
  arrived.delete(packet.set);
  const job = jobOf(there);
  return job === null ? null : { kind: "give", shelf, job };
}
