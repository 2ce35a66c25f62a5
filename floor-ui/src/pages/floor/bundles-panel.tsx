import { useStationName } from "../../data/desk/use-station-name.ts";
import type { FollowedRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useHref } from "../href.ts";
import type { Floor } from "./use-floor.ts";

/** Where a reason is settled; the bundle's story tells the others. */
const SETTLED_AT: Partial<Record<FollowedRow["detail"], string>> = {
  "in-conflict": "/prepare/follow",
  "station-stopped": "#stops",
  outside: "/prepare/outside",
};

/** Bundles that stand still or are late, each with its story; blocked ones first, as the server tells them. */
export function BundlesPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const stationName = useStationName();
  const href = useHref();
  const list = floor.lists.followed;
  const rows = list.value?.bundles ?? [];
  return (
    <Box id="bundles" title={t.floorBundles.title} count={rows.length}>
      {list.value === null && list.refusal !== null && <p class="fd-calm">{t.floor.unreached}</p>}
      {list.value !== null && rows.length === 0 && <p class="fd-calm">{t.floorBundles.none}</p>}
      <ul class="fd-late">
        {rows.map((row) => {
          const { bundle, stationId } = row;
          const place = stationId === null ? [] : [stationName(stationId)];
          return (
            <li key={bundle.code}>
              <a class="bundle" href={href(`/bundle/${bundle.code}`)}>
                <b>{bundle.code}</b>
                <span class="about">
                  {[t.floorBundles.about(bundle.size, bundle.colour), ...place].join(" · ")}
                </span>
              </a>
              <Why row={row} now={floor.scene.asOf} />
            </li>
          );
        })}
      </ul>
      <a class="fd-more" href={href("/manage/orders")}>
        {t.floorBundles.allPlain}
        <FloorIcon name="arrow-right" />
      </a>
    </Box>
  );
}

/** Why it does not go on, since when; leads to where that is settled. */
function Why({ row, now }: { readonly row: FollowedRow; readonly now: number }) {
  const { t, duration } = useFloorWords();
  const href = useHref();
  const { detail } = row;
  const age = duration(now - row.since);
  if (detail === "waits") {
    return (
      <span class="why late">
        <Glyph shape="waiting" />
        {t.floorBundles.late(age)}
      </span>
    );
  }
  const why = t.floorBundles.why[detail];
  const text = (
    <>
      <Glyph shape="stopped" />
      {t.floorBundles.blocked(why, age)}
    </>
  );
  const place = SETTLED_AT[detail];
  if (place === undefined) return <span class="why blocked">{text}</span>;
  return (
    <a
      class="why blocked"
      href={place.startsWith("#") ? place : href(place)}
      aria-label={t.floorBundles.settleOf(row.bundle.code, t.floorBundles.blocked(why, age))}
    >
      {text}
    </a>
  );
}
