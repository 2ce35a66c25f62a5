import type { PlanStation } from "@trame/shared";
import { useDeskWords } from "../../i18n/prepare.ts";
import { CellNumber } from "../../ui/desk/fields.tsx";
import { type CountCells, countKey } from "./counts-form.ts";
import type { DayHour } from "./day-hours.ts";
import { enterGoesDown } from "./enter-goes-down.ts";

/** Stations in rows, hours in columns. Enter goes down. */
export function CountsGrid(props: {
  readonly stations: readonly PlanStation[];
  readonly hours: readonly DayHour[];
  readonly cells: CountCells;
  readonly bad: readonly string[];
  readonly onCell: (cell: string, text: string) => void;
}) {
  const { stations, hours, cells, bad, onCell } = props;
  const { t, hourShort } = useDeskWords();
  return (
    <div class="scroll">
      <table class="matrix-input counts">
        <thead>
          <tr>
            <td />
            {hours.map(({ at }) => (
              <th key={at} scope="col">
                {hourShort(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <tr key={station.id}>
              <th scope="row">
                {station.name}
                <small>{station.operation}</small>
              </th>
              {hours.map(({ at }) => {
                const cell = countKey(station.id, at);
                return (
                  <td key={at} class={bad.includes(cell) ? "bad" : ""}>
                    <CellNumber
                      name={t.counts.cell({ station: station.name, hour: hourShort(at) })}
                      value={cells[cell] ?? ""}
                      onText={(text) => onCell(cell, text)}
                      onKeyDown={enterGoesDown}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
