import type { Cause } from "@trame/shared";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { causeName } from "./cause-view.ts";
import { spanText, stopId } from "./stops-view.ts";
import { sayStop } from "./wishes.ts";

/** A cause for a stop, or for a part of it. */
export interface StopCause {
  readonly stop: Pick<StopRow, "stationId" | "from" | "to">;
  readonly cause: string | null;
  /** Whether its row on the page says how far it is. */
  readonly hasRow: boolean;
}

/** Says why a station stood still, against the list of `version`, which the person looks at: what others said meanwhile is not overwritten ([FL9]). */
export function useStopSayer(
  version: number | undefined,
  causes: readonly Cause[],
): (said: StopCause) => void {
  const errands = useErrands();
  const i18n = useFloorWords();
  const stationName = useStationName();
  return ({ stop, cause, hasRow }) => {
    const { stationId, from, to } = stop;
    const subject = i18n.t.floorStops.subject(stationName(stationId), spanText(stop, i18n));
    const told = {
      about: stopId(stop),
      text: i18n.t.floorStops.text(subject, causeName(cause, causes, i18n)),
      hasRow,
    };
    errands.want(sayStop({ scope: { stationId }, from, to, cause, version }, told));
  };
}
