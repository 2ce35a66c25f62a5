import type { MachineRow, UpkeepRow } from "../../../data/settings/machine-rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Bar } from "../../../ui/desk/bar.tsx";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Allowed } from "../../access/allowed.tsx";
import type { Upkeep } from "./use-upkeep.ts";

/** One kind of upkeep of one machine: when it was done, how far it is from due, and « Fait ». */
export function UpkeepLine(props: {
  readonly machine: MachineRow;
  readonly row: UpkeepRow;
  readonly upkeep: Upkeep;
  /** Its station is named here, and not around it. */
  readonly isNamed?: boolean;
}) {
  const { machine, row, upkeep, isNamed = false } = props;
  const { t, longDay, dayOf, number } = useSettingsWords();
  const kind = t.machines.kinds[row.upkeep];
  const done =
    row.doneAt === null ? t.machines.never : t.machines.doneOn(longDay(dayOf(row.doneAt)));
  const share = t.machines.reached(t.machines.share(number(row.share * 100)));
  return (
    <div class="se-upkeep">
      <p>
        <b>{isNamed ? `${machine.name} · ${kind}` : done}</b>
        {row.isDue && <span class="tag settle">{t.machines.isDue}</span>}
        <small>{[...(isNamed ? [done] : []), useReached(row)].join(" · ")}</small>
      </p>
      <Bar done={row.share} of={1} label={share} />
      <Allowed to="station.act">
        <button
          type="button"
          class="plain"
          aria-label={t.machines.doneOf(kind, machine.name)}
          disabled={upkeep.isBusy}
          onClick={() => upkeep.done(machine, row.upkeep)}
        >
          <DeskIcon name="check" />
          {t.machines.done}
        </button>
      </Allowed>
    </div>
  );
}

/** 412 000 points sur 480 000, in the measure that holds. */
function useReached({ measure, limit, ...row }: UpkeepRow): string {
  const { t, number } = useSettingsWords();
  const of = number(limit[measure] ?? 0);
  if (measure === "stitches") return t.machines.stitches(number(row.stitches ?? 0), of);
  if (measure === "hours") return t.machines.hours(number(row.hours ?? 0), of);
  return t.machines.days(row.days, of);
}
