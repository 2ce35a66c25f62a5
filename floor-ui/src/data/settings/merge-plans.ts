import type { Plan, PlanLine } from "@trame/shared";
import { mergeChanges, type ThreeWays } from "./merge.ts";
import { freeId, stationIds } from "./plan-edits.ts";
import { isSame } from "./same.ts";

/** `mergeChanges` of plans: what both added under one id are two things, and this person's gets the next one. */
export function mergePlans({ base, mine, theirs }: ThreeWays<Plan>): Plan {
  return mergeChanges({
    base,
    theirs,
    mine: withOwnStations(withOwnLines(mine, base, theirs), base, theirs),
  });
}

function withOwnLines(mine: Plan, base: Plan, theirs: Plan): Plan {
  const idsOf = ({ lines }: Plan) => lines.map(({ id }) => id);
  const taken = [...idsOf(theirs), ...idsOf(mine)];
  const lines = mine.lines.map((line) => {
    const other = theirs.lines.find(({ id }) => id === line.id);
    if (idsOf(base).includes(line.id) || other === undefined || isSame(other, line)) return line;
    return { ...line, id: next("L", taken) };
  });
  return { ...mine, lines };
}

function withOwnStations(mine: Plan, base: Plan, theirs: Plan): Plan {
  const known = new Set(stationIds(base));
  const others = new Map(
    theirs.lines.flatMap(({ stations }) => stations.map((station) => [station.id, station])),
  );
  const taken = [...stationIds(theirs), ...stationIds(mine)];
  const lines = mine.lines.map(
    (line): PlanLine => ({
      ...line,
      stations: line.stations.map((station) => {
        const other = others.get(station.id);
        if (known.has(station.id) || other === undefined || isSame(other, station)) return station;
        return { ...station, id: next("S", taken) };
      }),
    }),
  );
  return { ...mine, lines };
}

/** The next free id, taken from then on. */
function next(prefix: string, taken: string[]): string {
  const id = freeId(prefix, taken);
  taken.push(id);
  return id;
}
