/** What became of the pieces that were truly worked on, and what people declared: what a server that heard all of it must say. */
import type { Outcome } from "@trame/shared";
import type { CutSet } from "../scenario/sets.ts";
import type { FloorHappening, PacketName } from "../sewing/events.ts";
import type { Declared } from "../truth/truth.ts";

/** Pieces of one size and colour of an order. */
export interface PieceTruth extends Outcome {
  /** From 0, as sets count orders. */
  readonly order: number;
  readonly style: string;
  readonly size: string;
  readonly colour: string;
  /** At a subcontractor's. */
  readonly outside: number;
}

/** An operation as the truth needs it. */
export interface DoneAt {
  readonly station: string;
  readonly at: number;
  readonly style: string;
  readonly setOf: (packet: PacketName) => CutSet;
  readonly isLast: boolean;
  readonly countedBy: "machine" | "scan";
}

export interface FloorTruth {
  happens(what: FloorHappening, where: DoneAt): void;
  pieces(): readonly PieceTruth[];
  /** By station, what people's words add to the machine's pieces or take off them. */
  declared(): ReadonlyMap<string, readonly Declared[]>;
}

type Row = { -readonly [K in keyof PieceTruth]: PieceTruth[K] };

export function createFloorTruth(): FloorTruth {
  const rows = new Map<string, Row>();
  const declared = new Map<string, Declared[]>();

  function rowOf({ style, setOf }: DoneAt, packet: PacketName): Row {
    const { order, size, colour } = setOf(packet);
    const key = JSON.stringify([order, style, size, colour]);
    const none = { good: 0, rework: 0, second: 0, scrap: 0, outside: 0 };
    const row = rows.get(key) ?? { order, style, size, colour, ...none };
    rows.set(key, row);
    return row;
  }

  function declare({ station, at }: DoneAt, pieces: number): void {
    if (pieces === 0) return;
    const known = declared.get(station) ?? [];
    known.push({ at: Math.floor(at), pieces });
    declared.set(station, known);
  }

  function fail(row: Row, { rework, second, scrap }: Outcome): void {
    row.rework += rework;
    row.second += second;
    row.scrap += scrap;
  }

  return {
    happens(what, where) {
      switch (what.kind) {
        case "finish": {
          const { good, rework, second, scrap } = what.outcome;
          const row = rowOf(where, what.packet);
          fail(row, what.outcome);
          if (where.isLast) row.good += good;
          declare(where, where.countedBy === "scan" ? good : -(rework + second + scrap));
          return;
        }
        case "repaired": {
          const { good, second, scrap } = what.outcome;
          const row = rowOf(where, what.packet);
          row.rework -= good + second + scrap;
          fail(row, what.outcome);
          row.good += good;
          declare(where, good);
          return;
        }
        case "dispatch":
          for (const [index, packet] of what.packets.entries()) {
            rowOf(where, packet).outside += what.pieces[index] ?? 0;
          }
          return;
        case "return": {
          const { good, rework, second, scrap } = what.outcome;
          const row = rowOf(where, what.packet);
          row.outside -= good + rework + second + scrap;
          fail(row, what.outcome);
          return;
        }
        case "correct":
          declare(where, what.pieces);
          return;
        case "badge":
        case "begin":
        case "split":
        case "trouble":
          return;
      }
    },
    pieces: () => [...rows.values()],
    declared: () => declared,
  };
}
