import { stationOperations } from "../floor/station-operations.ts";
import type { Account } from "./account.ts";
import type { DayFacts, TallyFact } from "./day-facts.ts";

/** Where the pieces of an act are booked; a correction that names a bundle to what its station did of it ([RP11]). */
export function tallyAccount(facts: Told, tally: TallyFact): Account {
  const { place, goods, code } = tally;
  return { place, goods, code: goods === null ? code : (code ?? operationThen(facts, tally)) };
}

type Told = Pick<DayFacts, "stations" | "routingOf">;

/** What was open there of the bundle at the time; else what was begun there before; else what the station does of its order. */
function operationThen({ stations, routingOf }: Told, tally: TallyFact): string | null {
  const { at, bundleId, goods, place } = tally;
  const there = stations.find(({ stationId }) => stationId === place.stationId)?.works ?? [];
  const begun = there.filter((work) => work.bundleId === bundleId && work.from <= at);
  const work = begun.findLast(({ to }) => at < to) ?? begun.at(-1);
  const routing = goods === null ? null : routingOf(goods);
  const own = routing === null ? [] : stationOperations(routing, place);
  return work?.code ?? own[0] ?? null;
}
