import { cutParts, type Routing } from "@trame/shared";
import { useMemo, useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { CutRow, StyleProgress } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { drawHex } from "../../data/draw-hex.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { CellNumber, TextField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { addShade, type LotDraft, lotsToCut, previewLot, toCutting } from "./cutting-form.ts";
import { enterGoesDown } from "./enter-goes-down.ts";
import { parsePieces } from "./pieces.ts";
import { PrintLinks } from "./print-links.tsx";
import { replaced } from "./replaced.ts";
import { Said } from "./said.tsx";

const BUNDLE_SIZE = "50";
const KEY_DIGITS = 32;

export interface CutPanelProps {
  readonly orderId: string;
  readonly title: string;
  readonly style: StyleProgress;
  readonly routing: Routing | null;
  readonly onCut: () => void;
}

/** Pieces of a style are cut into bundles: what comes of it is shown before it is done. */
export function CutPanel({ orderId, title, style, routing, onCut }: CutPanelProps) {
  const { api } = useDesk();
  const { t, number, words } = useDeskWords();
  const action = useAction();
  // A cutting that is sent twice, because an answer was lost, cuts once.
  const [key, setKey] = useState(() => drawHex(KEY_DIGITS));
  const [size, setSize] = useState(BUNDLE_SIZE);
  const [lots, setLots] = useState<readonly LotDraft[]>(() => lotsToCut(style.quantities));
  const [cut, setCut] = useState<readonly CutRow[]>([]);
  const bundleSize = parsePieces(size);
  const cutting = toCutting(style.styleId, lots, bundleSize);
  const parts = useMemo(() => (routing === null ? [] : cutParts(routing)), [routing]);
  const sets = lots.reduce((sum, lot) => {
    const preview = previewLot(lot, bundleSize);
    return preview === null ? sum : sum + preview.full + (preview.rest > 0 ? 1 : 0);
  }, 0);
  const bundles = sets * Math.max(1, parts.length);

  async function send() {
    if (cutting === null) return;
    const path = `/api/v1/orders/${orderId}/cuttings`;
    const sent = api.write<{ bundles: CutRow[] }>("POST", path, { ...cutting, key });
    const made = await action.run(sent, t.order.cutDone(number(bundles)));
    if (made === null) return;
    setKey(drawHex(KEY_DIGITS));
    setCut(made.bundles);
    setLots([]);
    onCut();
  }

  return (
    <Panel title={title}>
      <SheetForm onSend={() => void send()}>
        <div class="row">
          <TextField
            label={t.order.bundleSize}
            value={size}
            isRequired={true}
            hint={t.order.bundleSizeHint}
            onText={setSize}
          />
        </div>
        {lots.length > 0 && <LotTable lots={lots} bundleSize={bundleSize} setLots={setLots} />}
        {lots.length === 0 && cut.length === 0 && <p class="about">{t.order.allCut}</p>}
        {lots.length === 0 && (
          <button type="button" class="plain" onClick={() => setLots(moreLots(style))}>
            <DeskIcon name="plus" />
            {t.order.cutMore}
          </button>
        )}
        {parts.length > 0 && (
          <p class="about">{t.order.cutParts(parts.map(({ label }) => words(label)).join(", "))}</p>
        )}
        {lots.length > 0 && (
          <div class="row at-right">
            <p class="figure" role="status">
              <b>{number(bundles)}</b> {t.order.bundlesWord(bundles)}
            </p>
            <button type="submit" class="act" disabled={action.isBusy || cutting === null}>
              <DeskIcon name="scissors" />
              {t.order.cut}
            </button>
          </div>
        )}
        <Said outcome={action.outcome} />
        {cut.length > 0 && (
          <PrintLinks orderId={orderId} label={t.order.printCut} bundles={rangeOf(cut)} />
        )}
      </SheetForm>
    </Panel>
  );
}

/** More than was ordered may be cut: a lay gives what it gives. */
function moreLots({ quantities }: StyleProgress): LotDraft[] {
  return quantities.map(({ size, colour }) => ({ size, colour, shade: "1", pieces: "" }));
}

/** `241-264`: the numbers of a cutting follow each other. */
function rangeOf(rows: readonly CutRow[]): string {
  const numbers = rows.map(({ number }) => number);
  return `${Math.min(...numbers)}-${Math.max(...numbers)}`;
}

function LotTable(props: {
  readonly lots: readonly LotDraft[];
  readonly bundleSize: number | null;
  readonly setLots: (lots: readonly LotDraft[]) => void;
}) {
  const { lots, bundleSize, setLots } = props;
  const { t } = useDeskWords();
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{t.prepare.size}</th>
            <th scope="col">{t.prepare.colour}</th>
            <th scope="col">{t.prepare.shade}</th>
            <th scope="col">{t.order.piecesCut}</th>
            <th scope="col">{t.order.bundlesMade}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lots.map((lot, index) => (
            <LotLine
              key={index}
              lot={lot}
              bundleSize={bundleSize}
              onLot={(next) => setLots(replaced(lots, index, next))}
              onShade={() => setLots(addShade(lots, index))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LotLine(props: {
  readonly lot: LotDraft;
  readonly bundleSize: number | null;
  readonly onLot: (lot: LotDraft) => void;
  readonly onShade: () => void;
}) {
  const { lot, bundleSize, onLot, onShade } = props;
  const { t, number } = useDeskWords();
  const preview = previewLot(lot, bundleSize);
  const name = `${lot.size}, ${lot.colour}`;
  return (
    <tr>
      <th scope="row">{lot.size}</th>
      <td>{lot.colour}</td>
      <td>
        <CellNumber
          name={`${t.prepare.shade}, ${name}`}
          value={lot.shade}
          onText={(shade) => onLot({ ...lot, shade })}
          onKeyDown={enterGoesDown}
        />
      </td>
      <td>
        <CellNumber
          name={`${t.order.piecesCut}, ${name}, ${t.prepare.shade} ${lot.shade}`}
          value={lot.pieces}
          onText={(pieces) => onLot({ ...lot, pieces })}
          onKeyDown={enterGoesDown}
        />
      </td>
      <td class="nowrap">
        {preview !== null &&
          bundleSize !== null &&
          t.order.lotPreview({
            full: preview.full,
            size: number(bundleSize),
            rest: preview.rest,
          })}
      </td>
      <td>
        <button type="button" class="link" onClick={onShade}>
          {t.order.addShade}
        </button>
      </td>
    </tr>
  );
}
