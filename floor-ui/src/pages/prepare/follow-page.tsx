import { useState } from "preact/hooks";
import type { CarriedRow, ConflictRow, DifferenceRow } from "../../data/desk/rows.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { TextField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { useHref } from "../href.ts";
import { ConflictItem } from "./conflict-item.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { Waiting } from "./said.tsx";

/** `/prepare/follow`: what a supervisor looks at in the morning, and settles. */
export function FollowPage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="follow" title={t.prepare.pages.follow}>
      <Conflicts />
      <CarriedOver />
      <Differences />
    </DeskFrame>
  );
}

function Conflicts() {
  const { t } = useDeskWords();
  const reading = useRead<{ conflicts: ConflictRow[] }>("/api/v1/conflicts");
  const rows = reading.value?.conflicts;
  return (
    <Panel title={t.follow.conflicts} aside={<span>{rows?.length ?? ""}</span>}>
      <p class="about">{t.follow.conflictsLead}</p>
      <Waiting reading={reading} />
      {rows?.length === 0 && <p>{t.follow.noConflict}</p>}
      <ul class="settle-list">
        {rows?.map((row) => (
          <ConflictItem
            key={`${row.act.key} ${row.code} ${row.bundle?.code}`}
            row={row}
            onSettled={reading.reload}
          />
        ))}
      </ul>
    </Panel>
  );
}

function CarriedOver() {
  const { t, date, dayOf, time } = useDeskWords();
  const href = useHref();
  const stationName = useStationName();
  const reading = useRead<{ bundles: CarriedRow[] }>("/api/v1/carried-over");
  const rows = reading.value?.bundles;
  return (
    <Panel title={t.follow.carried} aside={<span>{rows?.length ?? ""}</span>}>
      <p class="about">{t.follow.carriedLead}</p>
      <Waiting reading={reading} />
      {rows?.length === 0 && <p>{t.follow.noCarried}</p>}
      <ul class="lines">
        {rows?.map(({ bundle, stationId, openedAt }) => (
          <li key={bundle.code}>
            <a href={href(`/bundle/${bundle.code}`)}>{bundle.code}</a>{" "}
            {t.follow.carriedLine({
              station: stationName(stationId),
              size: bundle.size,
              colour: bundle.colour,
              since: `${date(dayOf(openedAt))}, ${time(openedAt)}`,
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Shown as a question about the count, not about a person. */
function Differences() {
  const { t } = useDeskWords();
  const { picture } = useScreen();
  const today = picture.store.head.value?.day;
  const [asked, setDay] = useState<string | null>(null);
  const day = asked ?? today ?? null;
  const path = day === null ? null : `/api/v1/differences?day=${day}`;
  const reading = useRead<{ differences: DifferenceRow[] }>(path);
  const rows = reading.value?.differences;
  return (
    <Panel title={t.follow.differences} aside={<span>{rows?.length ?? ""}</span>}>
      <p class="about">{t.follow.differencesLead}</p>
      <div class="row">
        <TextField label={t.counts.day} type="date" value={day ?? ""} onText={setDay} />
      </div>
      <Waiting reading={reading} />
      {rows?.length === 0 && <p>{t.follow.noDifference}</p>}
      {rows !== undefined && rows.length > 0 && <DifferenceTable rows={rows} />}
    </Panel>
  );
}

function DifferenceTable({ rows }: { readonly rows: readonly DifferenceRow[] }) {
  const { t, number, signed, time, words } = useDeskWords();
  const href = useHref();
  const stationName = useStationName();
  return (
    <div class="scroll">
      <table class="list stack">
        <thead>
          <tr>
            <th scope="col">{t.bundles.bundle}</th>
            <th scope="col">{t.follow.station}</th>
            <th scope="col">{t.order.operation}</th>
            <th scope="col">{t.follow.finished}</th>
            <th scope="col" class="amount">
              {t.follow.machine}
            </th>
            <th scope="col" class="amount">
              {t.follow.declared}
            </th>
            <th scope="col" class="amount">
              {t.follow.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.bundle} ${row.operation} ${row.stationId}`}>
              <th scope="row" class="nowrap">
                <a href={href(`/bundle/${row.bundle}`)}>{row.bundle}</a>
              </th>
              <td data-label={t.follow.station}>{stationName(row.stationId)}</td>
              <td data-label={t.order.operation}>{words(row.operationLabel)}</td>
              <td class="nowrap" data-label={t.follow.finished}>
                {time(row.finishedAt)}
              </td>
              <td class="amount" data-label={t.follow.machine}>
                {number(row.machine + row.corrected)}
              </td>
              <td class="amount" data-label={t.follow.declared}>
                {number(row.declared)}
              </td>
              <td class="amount" data-label={t.follow.difference}>
                {signed(row.machine + row.corrected - row.declared)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
