import type { Cause } from "@trame/shared";
import { useStationName } from "../../data/desk/use-station-name.ts";
import type { LineTarget, ShortCause } from "../../data/floor/rows.ts";
import { useList } from "../../data/floor/use-list.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { type HourLine, hourLines } from "./hour-lines.ts";
import type { Floor } from "./use-floor.ts";

/** Hour by hour: what was asked, what was made, and which stops made it short. */
export function HoursSheet(props: { readonly floor: Floor; readonly onClose: () => void }) {
  const { floor, onClose } = props;
  const { t } = useFloorWords();
  const { lineId } = floor.line;
  const path = `/api/v1/targets?line=${encodeURIComponent(lineId)}`;
  const list = useList<{ readonly lines: readonly LineTarget[] }>(path, "");
  const told = list.value?.lines.find((line) => line.lineId === lineId)?.hours ?? [];
  return (
    <DeskSheet title={t.floorLine.hours} close={t.floor.close} onClose={onClose}>
      {list.refusal !== null && list.value === null && <p>{t.floor.unreached}</p>}
      {list.value !== null && told.length === 0 && <p>{t.floorLine.noHours}</p>}
      {told.length > 0 && (
        <table class="fd-table fd-by-hour">
          <Head />
          <tbody>
            {hourLines(told, floor.scene.asOf).map((line) => (
              <Hour key={line.hour} line={line} causes={floor.causes} />
            ))}
          </tbody>
        </table>
      )}
    </DeskSheet>
  );
}

function Head() {
  const { t } = useFloorWords();
  return (
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
        <th scope="col" class="amount sum">
          {t.floorLine.hourSum}
        </th>
        <th scope="col" class="amount">
          {t.floorLine.hourSumGap}
        </th>
      </tr>
    </thead>
  );
}

/** An hour, and under it what was missing where it fell short. */
function Hour(props: { readonly line: HourLine; readonly causes: readonly Cause[] }) {
  const { line, causes } = props;
  const { t, hour, number, signed } = useFloorWords();
  const told = (value: number | null) => (value === null ? "—" : number(value));
  const gap = (value: number | null) => (value === null ? "—" : signed(value));
  const { sum, short } = line;
  return (
    <>
      <tr class={short.length > 0 ? "with-why" : undefined}>
        <th scope="row">
          {hour(line.hour)}
          {line.isRunning && <small>{t.floorLine.hourRunning}</small>}
        </th>
        <td class="amount">{told(line.target)}</td>
        <td class="amount">{told(line.actual)}</td>
        <td class="amount">
          <b>{gap(line.gap)}</b>
        </td>
        <td class="amount sum">{t.floorLine.hourSumOf(told(sum.actual), told(sum.target))}</td>
        <td class="amount">{gap(line.sumGap)}</td>
      </tr>
      {short.length > 0 && (
        <tr>
          <td colSpan={6} class="why">
            <p>{t.floorLine.hourWhy}</p>
            <Why short={short} causes={causes} />
          </td>
        </tr>
      )}
    </>
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
