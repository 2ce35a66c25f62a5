import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { BundlePage, BundleRow, OrderProgress } from "../../data/desk/rows.ts";
import { type Action, useAction } from "../../data/desk/use-action.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { SelectField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { Allowed } from "../access/allowed.tsx";
import { useHref } from "../href.ts";
import { placeOf } from "./bundle-view.ts";
import { PrintLinks } from "./print-links.tsx";
import { Said, Waiting } from "./said.tsx";

const FILTERS = ["all", "open", "waiting", "outside", "conflict"] as const;
type Filter = (typeof FILTERS)[number];

/** Bundles of an order, a page at a time, and their tickets. */
export function BundlesPanel(props: {
  readonly orderId: string;
  readonly progress: OrderProgress;
}) {
  const { orderId, progress } = props;
  const { t } = useDeskWords();
  const [filter, setFilter] = useState<Filter>("all");
  const [pages, setPages] = useState<readonly string[]>([]);
  const [duplicate, setDuplicate] = useState<number | null>(null);
  const after = pages.at(-1);
  const query = new URLSearchParams({ order: orderId, state: filter });
  if (after !== undefined) query.set("after", after);
  const reading = useRead<BundlePage>(`/api/v1/bundles?${query}`);
  const action = useAction();
  const { waiting, open, outside, inRepair, out, inConflict } = progress.bundles;
  const next = reading.value?.after ?? null;
  return (
    <Panel
      title={t.bundles.title}
      aside={<span>{t.bundles.counts({ waiting, open, outside, inRepair, out, inConflict })}</span>}
    >
      <div class="row">
        <SelectField
          label={t.bundles.show}
          value={filter}
          choices={FILTERS.map((value) => ({ value, label: t.bundles.filters[value] }))}
          onPick={(value) => {
            setFilter(FILTERS.find((each) => each === value) ?? "all");
            setPages([]);
          }}
        />
        <PrintLinks orderId={orderId} label={t.order.printAll} />
      </div>
      <Said outcome={action.outcome} />
      {duplicate !== null && (
        <PrintLinks
          orderId={orderId}
          label={t.bundles.printDuplicate}
          bundles={String(duplicate)}
        />
      )}
      <Waiting reading={reading} />
      {reading.value?.bundles.length === 0 && <p class="about">{t.bundles.none}</p>}
      {reading.value !== null && reading.value.bundles.length > 0 && (
        <BundleTable
          rows={reading.value.bundles}
          action={action}
          onChanged={(made) => {
            setDuplicate(made);
            reading.reload();
          }}
        />
      )}
      <div class="row">
        {pages.length > 0 && (
          <button type="button" class="plain" onClick={() => setPages(pages.slice(0, -1))}>
            {t.bundles.before}
          </button>
        )}
        {next !== null && (
          <button type="button" class="plain" onClick={() => setPages([...pages, next])}>
            {t.bundles.after}
          </button>
        )}
      </div>
    </Panel>
  );
}

function BundleTable(props: {
  readonly rows: readonly BundleRow[];
  readonly action: Action;
  /** With the number of the new ticket, if one was made. */
  readonly onChanged: (made: number | null) => void;
}) {
  const { t } = useDeskWords();
  return (
    <div class="scroll">
      <table class="list stack bundles">
        <thead>
          <tr>
            <th scope="col">{t.bundles.bundle}</th>
            <th scope="col">{t.prepare.size}</th>
            <th scope="col">{t.prepare.colour}</th>
            <th scope="col">{t.prepare.shade}</th>
            <th scope="col" class="amount">
              {t.bundles.pieces}
            </th>
            <th scope="col">{t.bundles.where}</th>
            <th scope="col">{t.bundles.ticket}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <BundleLine
              key={row.code}
              row={row}
              action={props.action}
              onChanged={props.onChanged}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BundleLine(props: {
  readonly row: BundleRow;
  readonly action: Action;
  /** With the number of the new ticket, if one was made. */
  readonly onChanged: (made: number | null) => void;
}) {
  const { row, action, onChanged } = props;
  const { t, number } = useDeskWords();
  const href = useHref();
  const stationName = useStationName();
  const place = placeOf(row);
  const { state } = row;
  return (
    <tr>
      <th scope="row" class="nowrap">
        <a href={href(`/bundle/${row.code}`)}>{row.code}</a>
        {row.part !== null && <small>{row.part}</small>}
      </th>
      <td data-label={t.prepare.size}>{row.size}</td>
      <td data-label={t.prepare.colour}>{row.colour}</td>
      <td data-label={t.prepare.shade}>{row.shade}</td>
      <td class="amount" data-label={t.bundles.pieces}>
        {number(state.pieces)}
      </td>
      <td class="bundle-place" data-label={t.bundles.where}>
        {t.bundles.places[place]}
        {place === "open" && row.openAt !== null && ` · ${stationName(row.openAt)}`}
        {state.conflicts.length > 0 && <span class="tag settle">{t.bundles.conflict}</span>}
      </td>
      <td class="stack-tools">
        <Allowed to="orders.write">
          <TicketActions row={row} action={action} onChanged={onChanged} />
        </Allowed>
      </td>
    </tr>
  );
}

/** A ticket is replaced at once; to take its validity asks once more. */
function TicketActions(props: {
  readonly row: BundleRow;
  readonly action: Action;
  /** With the number of the new ticket, if one was made. */
  readonly onChanged: (made: number | null) => void;
}) {
  const { row, action, onChanged } = props;
  const { api } = useDesk();
  const { t } = useDeskWords();
  const [isAsking, setAsking] = useState(false);
  const path = `/api/v1/bundles/${row.code}`;

  async function reprint() {
    const sent = api.write<{ code: string; number: number }>("POST", `${path}/reprint`);
    const made = await action.run(sent, t.bundles.reprinted(row.code));
    if (made !== null) onChanged(made.number);
  }
  async function cancel() {
    setAsking(false);
    const voided = await action.run(api.write("POST", `${path}/void`), t.bundles.voided(row.code));
    if (voided !== null) onChanged(null);
  }

  if (isAsking) {
    return (
      <span class="row tight">
        {t.bundles.voidSure(row.code)}
        <button type="button" class="link" onClick={() => void cancel()}>
          {t.bundles.voidYes}
        </button>
        <button type="button" class="link" onClick={() => setAsking(false)}>
          {t.bundles.voidNo}
        </button>
      </span>
    );
  }
  return (
    <span class="row tight">
      <button
        type="button"
        class="link"
        aria-label={t.bundles.reprintOf(row.code)}
        onClick={() => void reprint()}
      >
        {t.bundles.reprint}
      </button>
      <button
        type="button"
        class="link"
        aria-label={t.bundles.voidOf(row.code)}
        onClick={() => setAsking(true)}
      >
        {t.bundles.void}
      </button>
    </span>
  );
}
