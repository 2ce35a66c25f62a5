import type { BundleSheet, BundleState } from "./bundle.ts";
import { doneAlready, notYet, partWords, refusedBundle, refusedOrder } from "./decide-scan.ts";
import {
  accept,
  type Decision,
  labelOf,
  operationIn,
  progressOf,
  type Refused,
  reachIn,
  refuse,
  type Situation,
} from "./decision.ts";
import { byRank } from "./fold-join.ts";
import { partsNeeded } from "./reach.ts";

/** A bundle that is to be joined. */
export interface Joining {
  readonly sheet: BundleSheet;
  readonly state: BundleState;
}

/** Bundles that are to come together, and where. What decides is the same for all of them. */
export interface JoinSituation extends Omit<Situation, "sheet" | "state"> {
  readonly bundles: readonly Joining[];
}

/** A join that can be made; `carrierId` is the bundle that goes on. */
export type JoinDecision =
  | Refused
  | (Extract<Decision, { ok: true }> & { readonly carrierId: number });

/**
 * Whether bundles can be joined at a station ([U17] to [U19]): they are here and ready, of the parts that the operation needs,
 * of the same size, colour and shade, and none has fewer pieces than the one that goes on.
 */
export function decideJoin(situation: JoinSituation): JoinDecision {
  const bundles = byRank(situation.routing, situation.bundles);
  const operation = joinAt(situation);
  for (const bundle of bundles) {
    const one = { ...situation, ...bundle };
    const refused = refusedOrder(one, operation) ?? refusedBundle(one, operation);
    if (refused !== null) return refused;
  }
  const [carrier, ...others] = bundles;
  if (operation === null || carrier === undefined) return notHere(situation);
  return (
    refusedParts(situation, operation) ??
    unready(situation, operation) ??
    others.reduce<Refused | null>(
      (refused, other) => refused ?? mismatch(situation, { carrier, other, operation }),
      null,
    ) ??
    fewer(situation, { carrier, others, operation }) ?? {
      ...accept("join-accepted", operation, {
        code: situation.names.codeOf(carrier.sheet.id),
        pieces: carrier.state.inProgress,
        operation: labelOf(situation.routing, operation),
      }),
      carrierId: carrier.sheet.id,
    }
  );
}

/** The join of the station that all of the bundles come to; null when there is none. */
function joinAt({ routing, station, bundles }: JoinSituation): string | null {
  const joins = station.operations.filter((code) => {
    const needed = partsNeeded(routing, code);
    return needed.length > 0 && bundles.every(({ state }) => needed.includes(state.part));
  });
  return (
    joins.find((code) => bundles.every(({ state }) => operationIn(state, code) === undefined)) ??
    joins[0] ??
    null
  );
}

function notHere({ bundles, names }: JoinSituation): Refused {
  const [first, second] = bundles.map(({ sheet }) => names.codeOf(sheet.id));
  return refuse("join-not-here", null, { code: first ?? "?", other: second ?? "?" });
}

/** Each part that the join needs is there, and only one bundle of the part that goes on. */
function refusedParts({ routing, bundles, names }: JoinSituation, operation: string) {
  const [carrier, ...others] = byRank(routing, bundles);
  const twin = others.find(({ state }) => state.part === carrier?.state.part);
  if (carrier !== undefined && twin !== undefined) {
    return refuse("join-same-part", operation, {
      code: names.codeOf(carrier.sheet.id),
      other: names.codeOf(twin.sheet.id),
      part: partWords(routing, carrier.state.part),
    });
  }
  const there = new Set(bundles.map(({ state }) => state.part));
  const missing = partsNeeded(routing, operation).find((part) => !there.has(part));
  if (missing === undefined || carrier === undefined) return null;
  const code = names.codeOf(carrier.sheet.id);
  return refuse("join-missing-part", operation, { code, part: partWords(routing, missing) });
}

/** One of them has too much left to do before. */
function unready(situation: JoinSituation, operation: string): Refused | null {
  for (const bundle of situation.bundles) {
    const one = { ...situation, ...bundle };
    if (progressOf(bundle.state).begun.has(operation)) return doneAlready(one, operation);
    const { missing, joins } = reachIn(one, operation);
    if (joins.length > 0 || missing.length > situation.deduceLimit) {
      return notYet(one, operation, missing[0] ?? joins[0]);
    }
  }
  return null;
}

interface Pair {
  readonly carrier: Joining;
  readonly other: Joining;
  readonly operation: string;
}

/** What must not be sewn to each other, by name. */
function mismatch({ names }: JoinSituation, { carrier, other, operation }: Pair): Refused | null {
  const [a, b] = [carrier.sheet, other.sheet];
  const blanks = { code: names.codeOf(a.id), other: names.codeOf(b.id) };
  if (a.size !== b.size) {
    return refuse("join-size", operation, { ...blanks, size: a.size, otherSize: b.size });
  }
  if (a.colour !== b.colour) {
    return refuse("join-colour", operation, { ...blanks, colour: a.colour, otherColour: b.colour });
  }
  if (a.shade !== b.shade) {
    return refuse("join-shade", operation, { ...blanks, shade: a.shade, otherShade: b.shade });
  }
  return null;
}

/** Pieces of one part that do not make up those that go on. */
function fewer(
  { names }: JoinSituation,
  { carrier, others, operation }: Omit<Pair, "other"> & { readonly others: readonly Joining[] },
): Refused | null {
  for (const other of others) {
    const pieces = others
      .filter(({ state }) => state.part === other.state.part)
      .reduce((sum, { state }) => sum + state.inProgress, 0);
    const wanted = carrier.state.inProgress;
    if (pieces >= wanted) continue;
    const [code, otherCode] = [carrier, other].map(({ sheet }) => names.codeOf(sheet.id));
    return refuse("join-fewer", operation, {
      code: code ?? "?",
      wanted,
      other: otherCode ?? "?",
      pieces,
    });
  }
  return null;
}
