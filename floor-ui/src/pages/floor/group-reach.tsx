import type { Errand } from "../../data/floor/errand.ts";
import type { StopList } from "../../data/floor/rows.ts";
import { useList } from "../../data/floor/use-list.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { groupOf, touchedBy } from "./group-view.ts";

/** Of how many stations a word about a line or the workshop became a stop, from the list after it ([FL24]). */
export function GroupReach({ errand }: { readonly errand: Errand }) {
  const { t } = useFloorWords();
  const group = groupOf(errand);
  const list = useList<StopList>(group?.path ?? null, group?.key ?? "").value;
  if (group === null || list === null) return null;
  return <b>{`\u00a0: ${t.floorStops.touched(touchedBy(group.key, list.stops))}`}</b>;
}
