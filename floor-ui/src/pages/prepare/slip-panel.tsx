import type { ActAnswer } from "@trame/shared";
import { useState } from "preact/hooks";
import { actHead } from "../../data/desk/act-head.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { SlipRow } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { CellNumber } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { useHref } from "../href.ts";
import { enterGoesDown } from "./enter-goes-down.ts";
import { parsePieces } from "./pieces.ts";
import { Said } from "./said.tsx";

/** A slip: what of it is away, and what comes back. It prints alone, to go with the bundles. */
export function SlipPanel(props: { readonly slip: SlipRow; readonly onReturned: () => void }) {
  const { slip, onReturned } = props;
  const { t, number, dayOf, day, time } = useDeskWords();
  const [isPrinting, setPrinting] = useState(false);
  const away = slip.bundles.reduce((sum, bundle) => sum + bundle.away, 0);

  function printIt() {
    setPrinting(true);
    // The sheet is on the page only once it was drawn.
    setTimeout(() => {
      print();
      setPrinting(false);
    });
  }

  return (
    <div class={isPrinting ? "printed" : ""}>
      <Panel
        title={t.outside.slipOf({ slip: slip.slipId, partner: slip.partner })}
        aside={
          <button
            type="button"
            class="plain"
            aria-label={t.outside.printOf(slip.slipId)}
            onClick={printIt}
          >
            <DeskIcon name="printer" />
            {t.outside.print}
          </button>
        }
      >
        <p>
          {t.outside.sentOn({ day: day(dayOf(slip.sentAt)), time: time(slip.sentAt) })}
          {" · "}
          {away === 0 ? t.outside.allBack : t.outside.away(number(away))}
        </p>
        <div class="scroll">
          <table class="list stack">
            <thead>
              <tr>
                <th scope="col">{t.bundles.bundle}</th>
                <th scope="col" class="amount">
                  {t.outside.awayPieces}
                </th>
                <th scope="col">{t.prepare.good}</th>
                <th scope="col">{t.prepare.rework}</th>
                <th scope="col">{t.prepare.second}</th>
                <th scope="col">{t.outside.lost}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {slip.bundles.map((bundle) => (
                <SlipLine
                  key={`${bundle.code} ${bundle.away}`}
                  slipId={slip.slipId}
                  bundle={bundle}
                  onReturned={onReturned}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  );
}

const FIELDS = ["good", "rework", "second", "scrap"] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

function SlipLine(props: {
  readonly slipId: string;
  readonly bundle: SlipRow["bundles"][number];
  readonly onReturned: () => void;
}) {
  const { slipId, bundle, onReturned } = props;
  const { api } = useDesk();
  const { t, number } = useDeskWords();
  const href = useHref();
  const action = useAction();
  const { code, away } = bundle;
  const [typed, setTyped] = useState<Typed>({
    good: String(away),
    rework: "",
    second: "",
    scrap: "",
  });
  const names = {
    good: t.prepare.good,
    rework: t.prepare.rework,
    second: t.prepare.second,
    scrap: t.outside.lost,
  };

  async function takeBack() {
    const outcome = Object.fromEntries(
      FIELDS.map((field) => [field, parsePieces(typed[field]) ?? 0]),
    );
    const body = { ...actHead(Date.now()), slipId, code, ...outcome };
    const sent = api.write<ActAnswer>("POST", "/api/v1/returns", body);
    if ((await action.run(sent, t.outside.returned)) !== null) onReturned();
  }

  return (
    <tr>
      <th scope="row" class="nowrap">
        <a href={href(`/bundle/${code}`)}>{code}</a>
      </th>
      <td class="amount slip-away" data-label={t.outside.awayPieces}>
        {number(away)}
      </td>
      {FIELDS.map((field) => (
        <td key={field} data-label={names[field]}>
          {away > 0 && (
            <CellNumber
              name={`${names[field]}, ${code}`}
              value={typed[field]}
              onText={(text) => setTyped({ ...typed, [field]: text })}
              onKeyDown={enterGoesDown}
            />
          )}
        </td>
      ))}
      <td class="line-tools stack-tools">
        {away === 0 && t.outside.back}
        {away > 0 && (
          <button
            type="button"
            class="plain"
            aria-label={t.outside.takeBackOf(code)}
            disabled={action.isBusy}
            onClick={() => void takeBack()}
          >
            {t.outside.takeBack}
          </button>
        )}
        <Said outcome={action.outcome} />
      </td>
    </tr>
  );
}
