import type { BundleAct, BundleSheet, Family } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Clockwork } from "../clock-steps.ts";
import { type ActKind, timeOf } from "./act-log.ts";
import { BODY_NOW } from "./amended.ts";

/** Bundles that splits and joins connect, with all that was accepted about them. */
export interface LoadedFamily extends Family {
  readonly orderId: string;
  readonly acts: readonly BundleAct[];
}

export interface Families {
  /**
   * The family of some bundles; with several, theirs taken together, as a join would make it.
   * null when none of them is there, or no routing is.
   */
  load(bundleIds: readonly number[]): LoadedFamily | null;
}

interface ActRow {
  readonly n: number;
  readonly run: number;
  readonly key: string;
  readonly kind: ActKind;
  readonly at: number;
  readonly eventAt: number | null;
  readonly origin: "scan" | "hand";
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly body: string;
}

interface FoundAct {
  readonly row: ActRow;
  /** Bundles of the family that it is about. */
  readonly bundleIds: number[];
}

/** Acts that tie bundles together. */
const TIES: readonly ActKind[] = ["split", "join"];

export function createFamilies(
  sqlite: Database,
  { catalogue, clockwork }: { catalogue: CatalogueStore; clockwork: Clockwork },
): Families {
  const actsOf = sqlite.prepare<[number], ActRow>(
    `SELECT a.n, a.run, a.key, a.kind, a.at, e.at AS eventAt, a.origin, a.station_id AS stationId,
            a.assignment_id AS assignmentId, ${BODY_NOW} AS body
     FROM act_bundles b JOIN acts a ON a.n = b.n LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq
     WHERE b.bundle_id = ? AND a.state = 'accepted' ORDER BY a.n`,
  );
  const tied = sqlite
    .prepare<[number], number>("SELECT bundle_id FROM act_bundles WHERE n = ? ORDER BY bundle_id")
    .pluck();

  /** Acts about a bundle; answers the bundles that some of them tie to it. */
  function gather(id: number, acts: Map<number, FoundAct>): number[] {
    return actsOf.all(id).flatMap((row) => {
      const known = acts.get(row.n);
      if (known !== undefined) {
        known.bundleIds.push(id);
        return [];
      }
      acts.set(row.n, { row, bundleIds: [id] });
      return TIES.includes(row.kind) ? tied.all(row.n) : [];
    });
  }

  /** Everything accepted about some bundles and about those that it ties to them. */
  function find(bundleIds: readonly number[]) {
    const sheets = new Map<number, BundleSheet>();
    const acts = new Map<number, FoundAct>();
    const waiting = [...bundleIds];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const sheet = sheets.has(id) ? null : catalogue.tickets.sheet(id);
      if (sheet === null) continue;
      sheets.set(id, sheet);
      waiting.push(...gather(id, acts));
    }
    return { sheets, acts: [...acts.values()] };
  }

  return {
    load(bundleIds) {
      const { sheets, acts } = find(bundleIds);
      const [first] = sheets.values();
      if (first === undefined) return null;
      const routing = catalogue.orders.routingOf(first.orderId, first.styleId);
      if (routing === null) return null;
      const folded = acts.flatMap((act) => bundleActsOf(act, timeOf(clockwork, act.row)));
      const list = [...sheets.values()].toSorted((a, b) => a.id - b.id);
      return { routing, sheets: list, orderId: first.orderId, acts: folded };
    },
  };
}

/** An act as the fold reads it: one that is about each bundle alone becomes one for each. */
function bundleActsOf({ row, bundleIds }: FoundAct, at: number): BundleAct[] {
  switch (row.kind) {
    case "cut":
    case "dispatch":
      return bundleIds.map((bundleId) => actOf(row, { at, bundleId }));
    case "scan":
    case "finish":
    case "split":
    case "join":
    case "return":
    case "undo":
    case "settle":
      return [actOf(row, { at })];
    case "amend":
    case "badge":
    case "correction":
    case "hand-count":
    case "call":
    case "call-take":
    case "call-resolve":
    case "stop":
    case "inspection":
    case "upkeep":
    case "message":
    case "target":
      return [];
  }
}

/** What is in the log was checked before it was stored. */
function actOf(
  { key, kind, origin, stationId, assignmentId, body }: ActRow,
  more: { readonly at: number; readonly bundleId?: number },
): BundleAct {
  return Object.assign(JSON.parse(body), {
    ...{ key, kind, origin, stationId, assignmentId },
    ...more,
  });
}
