import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { CutRow, StationKeyRow } from "../../data/desk/rows.ts";
import { useStartWords } from "../../i18n/start.ts";
import { QrCode } from "../../ui/desk/qr-code.tsx";
import { useHref } from "../href.ts";
import { firstOrderOf } from "./order-of.ts";
import { isLoopback } from "./server-host.ts";
import type { Start } from "./use-start.ts";

const KEY_DIGITS = 24;

/** Without a counter: a bundle of one piece, and the station's screen on which its ticket is scanned. */
export function ScanPiece(props: { readonly start: Start; readonly stationId: string }) {
  const { start, stationId } = props;
  const { draft } = start;
  const { api } = useDesk();
  const { piece, line } = useStartWords().t;
  const href = useHref();
  const [made, setMade] = useState<StationKeyRow | null>(null);
  const { orderId } = draft.order;

  async function prepare() {
    if (orderId === null) return;
    if (draft.ticket === null) {
      const cut = await start.ask(
        api.write<{ bundles: CutRow[] }>("POST", `/api/v1/orders/${orderId}/cuttings`, {
          // The same key again cuts nothing again: an answer that was lost makes no second bundle.
          key: `start-${draft.secret.slice(0, KEY_DIGITS)}`,
          ...oneOf(start),
        }),
      );
      if (cut === null) return;
      start.set({ ticket: cut.bundles[0]?.code ?? null });
    }
    setMade(await start.ask(api.write("POST", `/api/v1/stations/${stationId}/key`)));
  }

  if (orderId === null)
    return (
      <p>
        {piece.noOrder} <a href={href("/prepare/counts")}>{piece.byHand}</a>
      </p>
    );
  return (
    <>
      <p>{piece.scan}</p>
      <button
        type="button"
        class={made === null ? "act st-prepare" : "plain st-prepare"}
        disabled={start.isBusy}
        onClick={() => void prepare()}
      >
        {piece.prepare}
      </button>
      {draft.ticket !== null && (
        <dl class="figures">
          <div>
            <dt>{piece.ticket}</dt>
            <dd>{draft.ticket}</dd>
          </div>
        </dl>
      )}
      {made !== null && <StationLink made={made} name={line.station(draft.station + 1)} />}
    </>
  );
}

function StationLink({ made, name }: { readonly made: StationKeyRow; readonly name: string }) {
  const { t, language } = useStartWords();
  const address = new URL(made.link, location.origin);
  if (language === "en") address.searchParams.set("lang", "en");
  return (
    <div class="st-tablet">
      <p>
        <a href={address.href} target="_blank" rel="noreferrer">
          {t.piece.openStation}
        </a>
      </p>
      {!isLoopback(location.hostname) && (
        <figure>
          <figcaption>{t.piece.onTablet}</figcaption>
          <QrCode text={address.href} label={t.piece.qr(name)} />
        </figure>
      )}
      <p class="about">{t.piece.keyOnce}</p>
    </div>
  );
}

/** One piece of the first size and colour that was ordered. */
function oneOf({ draft }: Start) {
  const { styleId, quantities } = firstOrderOf(draft).order.styles[0] ?? {};
  const [first] = quantities ?? [];
  const { size, colour } = first ?? {};
  return { styleId, bundleSize: 1, lots: [{ size, colour, shade: 1, pieces: 1 }] };
}
