import { useStationName } from "../../../data/desk/use-station-name.ts";
import { useCauses } from "../../../data/use-causes.ts";
import { useJournalWords } from "../../../i18n/journal.ts";
import { useDefects } from "../day-defects.ts";
import type { EntryNames } from "./entry-view.ts";

/** What the workshop calls stations, causes and defects. */
export function useEntryNames(): EntryNames {
  const { words } = useJournalWords();
  const stationName = useStationName();
  const causes = useCauses();
  const defects = useDefects();
  return {
    stationName,
    defectName(code) {
      const defect = defects.find((each) => each.code === code);
      return defect === undefined ? code : words(defect.label);
    },
    causeName(code) {
      const cause = causes.find((each) => each.code === code);
      return cause === undefined ? code : words(cause.label);
    },
  };
}
