import type { CarriedRow, ConflictRow, DifferenceRow } from "../../data/desk/rows.ts";
import { useList } from "../../data/floor/use-list.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { useHref } from "../href.ts";

/** What does not fit together, counted; the desk's page « À régler » settles it. */
export function SettlePanel() {
  const { t } = useFloorWords();
  const href = useHref();
  const conflicts = useList<{ conflicts: ConflictRow[] }>("/api/v1/conflicts", "").value;
  const differences = useList<{ differences: DifferenceRow[] }>("/api/v1/differences", "").value;
  const carried = useList<{ bundles: CarriedRow[] }>("/api/v1/carried-over", "").value;
  const matters = [
    {
      id: "conflicts",
      count: conflicts?.conflicts.length ?? 0,
      name: t.floorSettle.conflicts,
      hint: t.floorSettle.conflictsHint,
    },
    {
      id: "differences",
      count: differences?.differences.length ?? 0,
      name: t.floorSettle.differences,
      hint: t.floorSettle.differencesHint,
    },
    {
      id: "carried",
      count: carried?.bundles.length ?? 0,
      name: t.floorSettle.carried,
      hint: t.floorSettle.carriedHint,
    },
  ].filter(({ count }) => count > 0);
  const isRead = conflicts !== null && differences !== null && carried !== null;
  const total = matters.reduce((sum, { count }) => sum + count, 0);
  return (
    <Box id="settle" title={t.floorSettle.title} count={total}>
      {isRead && matters.length === 0 && <p class="fd-calm">{t.floorSettle.none}</p>}
      <ul class="fd-rows">
        {matters.map(({ id, count, name, hint }) => (
          <li key={id}>
            <b>{name(count)}</b> <small>{hint(count)}</small>
          </li>
        ))}
      </ul>
      <a class="fd-more" href={href("/prepare/follow")}>
        {t.floorSettle.open}
        <FloorIcon name="arrow-right" />
      </a>
    </Box>
  );
}
