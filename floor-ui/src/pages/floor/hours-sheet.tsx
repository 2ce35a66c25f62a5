import type { Cause } from "@trame/shared";
import { useStationName } from "../../data/desk/use-station-name.ts";
import type { LineTarget, ShortCause } from "../../data/floor/rows.ts";
import { useList } from "../../data/floor/use-list.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Scroll } from "../../ui/desk/scroll.tsx";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import type { Floor } from "./use-floor.ts";

/** Hour by hour: what was asked, what was made, and which stops made it short. */
export function HoursSheet(props: { readonly floor: Floor; readonly onClose: () => void }) {
  const { floor, onClose } = props;
  const { t, hour, number, signed } = useFloorWords();
  const { lineId } = floor.line;
  const path = `/api/v1/targets?line=${encodeURIComponent(lineId)}`;
  const list = useList<{ readonly lines: readonly LineTarget[] }>(path, "");
  const hours = list.value?.lines.find((line) => line.lineId === lineId)?.hours ?? [];
  const told = (value: number | null) => (value === null ? "—" : number(value));
  return (
    <DeskSheet title={t.floorLine.hours} close={t.floor.close} onClose={onClose}>
      {list.refusal !== null && list.value === null && <p>{t.floor.unreached}</p>}
      {list.value !== null && hours.length === 0 && <p>{t.floorLine.noHours}</p>}
      {hours.length > 0 && (
        <Scroll name={t.floorLine.hours}>
          <table class="fd-table">
            <thead>
              <tr>
                <th scope="col">{t.floorLine.hour}</th>
                <th scope="col" class="amount">
                  {t.floorLine.hourTarget}
                </th>
                <th scope="col" class="amount">
                  {t.floorLine.hourDone}
                </th>
                <th scope="col" class="amount">
                  {t.floorLine.hourGap}
                </th>
                <th scope="col" class="amount">
                  {t.floorLine.hourSum}
                </th>
                <th scope="col">{t.floorLine.hourWhy}</th>
              </tr>
            </thead>
            <tbody>
              {hours.map((each) => (
                <tr key={each.hour}>
                  <th scope="row">{hour(each.hour)}</th>
                  <td class="amount">{told(each.target)}</td>
                  <td class="amount">{told(each.actual)}</td>
                  <td class="amount">{each.gap === null ? "—" : signed(each.gap)}</td>
                  <td class="amount">
                    {t.floorLine.hourSumOf(
                      told(each.cumulativeActual),
                      told(each.cumulativeTarget),
                    )}
                  </td>
                  <td>
                    <Why short={each.short} causes={floor.causes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </DeskSheet>
  );
}

function Why(props: { readonly short: readonly ShortCause[]; readonly causes: readonly Cause[] }) {
  const { t, words, number } = useFloorWords();
  const stationName = useStationName();
  return (
    <ul>
      {props.short.map(({ cause, minutes, stationIds }) => {
        const known = props.causes.find(({ code }) => code === cause);
        const name = known === undefined ? (cause ?? t.floorLine.noCause) : words(known.label);
        const stations = stationIds.map(stationName).join(", ");
        return <li key={name}>{t.floorLine.whyPart(name, number(minutes), stations)}</li>;
      })}
    </ul>
  );
}
