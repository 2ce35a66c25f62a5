import type { OpenBundle, Present, StationView } from "@trame/shared";
import type { StationModel } from "../../data/station/model.ts";
import type { I18n } from "../../i18n/i18n.ts";
import type { BarView } from "../../ui/station/station-bar.tsx";
import { isNamed } from "./is-named.ts";
import { labelOf } from "./words.ts";

/** Who and where. The operation is the one of the bundle that is open, since a station may do several. */
export function barView(
  model: StationModel,
  { view, open }: { readonly view: StationView; readonly open: OpenBundle | null },
  i18n: I18n,
): BarView {
  const me = model.me.value;
  const nameOf = ({ pseudonym }: Present) => (isNamed(view) ? pseudonym : null);
  return {
    who: me === null ? null : { pictogram: me.pictogram, name: nameOf(me) },
    others: view.present
      .filter(({ assignmentId }) => assignmentId !== me?.assignmentId)
      .map((other) => ({
        id: other.assignmentId,
        pictogram: other.pictogram,
        name: nameOf(other),
      })),
    somebody: i18n.t.station.somebody,
    station: view.station.name,
    operation: open === null ? view.station.operation : labelOf(open.operation, i18n),
    picture: open?.operation.picture ?? null,
    link: linkView(model, i18n),
  };
}

/** Whether the server hears, and what waits for it. */
export function linkView(model: StationModel, { t }: I18n): BarView["link"] {
  const kept = model.kept.value;
  const isConnected = model.connection.value === "connected";
  if (isConnected && model.isSaving.value) return { isConnected, text: t.station.saving };
  if (kept === 0) {
    return { isConnected, text: isConnected ? t.station.connected : t.station.offline };
  }
  const { keptScans, keptActs, sending, offlineKept } = t.station;
  const told = model.isAllScans.value ? keptScans(kept) : keptActs(kept);
  const text = isConnected ? sending(told) : offlineKept(told);
  return { isConnected, text };
}
