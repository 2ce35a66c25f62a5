import { useStationName } from "../../data/desk/use-station-name.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useHref } from "../href.ts";
import type { Floor } from "./use-floor.ts";

/** Bundles that stand still or are late, each with its story; blocked ones first, as the server tells them. */
export function BundlesPanel({ floor }: { readonly floor: Floor }) {
  const { t, duration } = useFloorWords();
  const stationName = useStationName();
  const href = useHref();
  const list = floor.lists.followed;
  const rows = list.value?.bundles ?? [];
  return (
    <Box id="bundles" title={t.floorBundles.title} count={rows.length}>
      {list.value === null && list.refusal !== null && <p class="fd-calm">{t.floor.unreached}</p>}
      {list.value !== null && rows.length === 0 && <p class="fd-calm">{t.floorBundles.none}</p>}
      <ul class="fd-late">
        {rows.map(({ bundle, reason, since, stationId }) => {
          const age = duration(floor.scene.asOf - since);
          const place = stationId === null ? [] : [stationName(stationId)];
          return (
            <li key={bundle.code}>
              <a href={href(`/bundle/${bundle.code}`)}>
                <b>{bundle.code}</b>
                <span class="about">
                  {[t.floorBundles.about(bundle.size, bundle.colour), ...place].join(" · ")}
                </span>
                <span class={`why ${reason}`}>
                  <Glyph shape={reason === "blocked" ? "stopped" : "waiting"} />
                  {reason === "blocked" ? t.floorBundles.blocked(age) : t.floorBundles.late(age)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <a class="fd-more" href={href("/prepare")}>
        {t.floorBundles.allPlain}
        <FloorIcon name="arrow-right" />
      </a>
    </Box>
  );
}
