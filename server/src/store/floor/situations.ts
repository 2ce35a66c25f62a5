import {
  type BundleAct,
  type BundleCard,
  type FamilyState,
  type Names,
  type OperationCard,
  type Routing,
  type Situation,
  stationOperations,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Stretches } from "../stretches.ts";
import { createCodeReader } from "./bundle-cards.ts";
import type { BundleFolding } from "./bundle-folding.ts";
import { bundleCard, operationCard } from "./cards.ts";
import type { Cells, PlannedStation } from "./cells.ts";
import type { Families, LoadedFamily } from "./families.ts";
import { timeOfDay } from "./moments.ts";
import { nextOf, stationOfOpen } from "./next-of.ts";

/** Bundles as they are when something is about to be done with them. */
export interface Situations {
  /** The family of some bundles, and what it had come to at a moment; null when one of them is nowhere to be found. */
  at(bundleIds: readonly number[], at: number): BundlesThen | null;
  /** `planned` is null where the station does not matter, or is in no plan. */
  situation(then: BundlesThen, bundleId: number, planned: PlannedStation | null): Situation;
  card(then: BundlesThen, bundleId: number): BundleCard | null;
  /** Folds the family with an act more, keeps what comes of it, and answers the conflict that the act is in. */
  take(family: LoadedFamily, acts: readonly BundleAct[]): Taken;
}

export interface BundlesThen {
  readonly family: LoadedFamily;
  readonly state: FamilyState;
  readonly at: number;
}

export interface Taken {
  readonly state: FamilyState;
  readonly conflict: string | null;
  card(bundleId: number): BundleCard | null;
  operation(code: string | null): OperationCard | null;
}

export interface SituationDeps {
  readonly catalogue: CatalogueStore;
  readonly cells: Cells;
  readonly families: Families;
  readonly folding: BundleFolding;
  readonly stretches: Stretches;
}

export function createSituations(sqlite: Database, deps: SituationDeps): Situations {
  const { catalogue, cells, families, folding, stretches } = deps;
  const codeOf = createCodeReader(sqlite);
  const slip = sqlite
    .prepare<[string], string>(
      `SELECT json_extract(body, '$.partner') FROM acts
       WHERE kind = 'dispatch' AND json_extract(body, '$.slipId') = ? ORDER BY n DESC LIMIT 1`,
    )
    .pluck();

  function names(at: number, family: LoadedFamily): Names {
    const { stationOf } = folding.options(family);
    const plan = stretches.timeline.planAt(at);
    const nameOf = (id: string): string => afterPoste(cells.stationAt(id, at)?.station.name ?? id);
    return {
      codeOf,
      stationName: nameOf,
      placeOf(operation) {
        const stationId = stationOf(operation, at);
        return stationId === null ? null : nameOf(stationId);
      },
      partnerOf: (slipId) => slip.get(slipId) ?? slipId,
      timeOf: (moment) => timeOfDay(moment, plan?.workshop.timeZone ?? "UTC"),
    };
  }

  return {
    at(bundleIds, at) {
      const family = families.load(bundleIds);
      if (family === null) return null;
      return { family, state: folding.fold(family, { until: at }), at };
    },
    card: ({ family, state }, bundleId) => cardIn(catalogue, { family, state }, bundleId),
    situation({ family, state, at }, bundleId, planned) {
      const sheet = family.sheets.find(({ id }) => id === bundleId);
      const bundle = state.bundles.get(bundleId);
      const order = catalogue.orders.find(family.orderId)?.order;
      if (sheet === undefined || bundle === undefined || order === undefined) {
        throw new RangeError(`no bundle ${bundleId} in its family`);
      }
      const { routing } = family;
      return {
        routing,
        sheet,
        state: bundle,
        order: order.lines === undefined ? { state: order.state } : order,
        station: placeOf(routing, planned),
        deduceLimit: folding.options(family).deduceLimit,
        names: names(at, family),
      };
    },
    take(family, acts) {
      const state = folding.fold(family, { more: acts });
      folding.keep(family, state);
      const keys = new Set(acts.map(({ key }) => key));
      const conflict = [...state.bundles.values()]
        .flatMap(({ conflicts }) => conflicts)
        .find(({ key }) => keys.has(key));
      return {
        state,
        conflict: conflict?.code ?? null,
        card: (bundleId) => cardIn(catalogue, { family, state }, bundleId),
        operation(code) {
          const found = family.routing.operations.find((operation) => operation.code === code);
          return found === undefined ? null : operationCard(found);
        },
      };
    },
  };
}

/** « au poste {station} » of « Poste 3 » is « au poste 3 ». */
function afterPoste(name: string): string {
  return name.replace(/^(?:poste|station) +/i, "");
}

function placeOf(routing: Routing, planned: PlannedStation | null): Situation["station"] {
  if (planned === null) return { id: "", lineId: "", operations: [] };
  const { station, line } = planned;
  return { id: station.id, lineId: line.id, operations: stationOperations(routing, station) };
}

/** A bundle's card from its fold; null for one that has no valid ticket. */
function cardIn(
  { tickets, styles }: CatalogueStore,
  { family, state }: Pick<BundlesThen, "family" | "state">,
  bundleId: number,
): BundleCard | null {
  const sheet = family.sheets.find(({ id }) => id === bundleId);
  const bundle = state.bundles.get(bundleId);
  const ticket = tickets.validOf(bundleId);
  if (sheet === undefined || bundle === undefined || ticket === null) return null;
  const { part, inProgress, rework, outside } = bundle;
  const next = inProgress > 0 && outside === null ? nextOf(family, bundle) : [];
  const openAt = stationOfOpen(bundle);
  return bundleCard(
    sheet,
    { part, inProgress, rework, next, openAt, isOutside: outside !== null },
    {
      code: { order: ticket.order, bundle: ticket.number },
      style: styles.find(sheet.styleId),
    },
  );
}
