import { useLocation } from "preact-iso";
import { useScreen } from "../../data/screen-context.ts";
import { useBalanceWords } from "../../i18n/balance.ts";
import { SelectField } from "../../ui/desk/fields.tsx";
import { useHref } from "../href.ts";
import { DeskFrame } from "../prepare/desk-frame.tsx";
import { NoPlan, Waiting } from "../prepare/said.tsx";
import { DivisionPanel } from "./division-panel.tsx";
import { TeamPanel } from "./team-panel.tsx";
import { type Balance, useBalance } from "./use-balance.ts";
import "../../styles/balance.css";

/** `/floor/balance?line=L1`: who is there, and who does what; proposed, changed and accepted. */
export function BalancePage() {
  const { t } = useBalanceWords();
  return (
    <DeskFrame page="balance" title={t.balance.title}>
      <p class="about">{t.balance.lead}</p>
      <LineOfPage />
    </DeskFrame>
  );
}

/** The line and the order of the address; the first line where it names none. */
function LineOfPage() {
  const { t } = useBalanceWords();
  const { query } = useLocation();
  const { store } = useScreen().picture;
  const lineId = query["line"] ?? store.head.value?.lineIds[0] ?? null;
  const asked = new URLSearchParams({
    line: lineId ?? "",
    ...(query["order"] !== undefined && { order: query["order"] }),
  });
  if (lineId === null && store.head.value?.workshop === null) return <NoPlan />;
  if (lineId === null) return <p>{t.balance.noLine}</p>;
  const path = `/api/v1/balance/line?${asked}`;
  return <LineDay key={path} lineId={lineId} path={path} />;
}

function LineDay(props: { readonly lineId: string; readonly path: string }) {
  const { lineId, path } = props;
  const { t } = useBalanceWords();
  const balance = useBalance(path);
  const line = balance.reading.value;
  return (
    <>
      <Choices lineId={lineId} balance={balance} />
      <Waiting reading={balance.reading} />
      {line !== null && line.order === null && <p>{t.balance.noOrder}</p>}
      {line !== null && (
        <div class="balance">
          <TeamPanel line={line} balance={balance} />
          {line.order !== null && <DivisionPanel line={line} balance={balance} />}
        </div>
      )}
    </>
  );
}

/** Other lines and other orders, where there are any. */
function Choices(props: { readonly lineId: string; readonly balance: Balance }) {
  const { lineId, balance } = props;
  const { t } = useBalanceWords();
  const { store } = useScreen().picture;
  const { route } = useLocation();
  const href = useHref();
  const lines = (store.head.value?.lineIds ?? []).flatMap((id) => store.line(id)?.value ?? []);
  const { order = null, orders = [] } = balance.reading.value ?? {};
  const go = (asked: Readonly<Record<string, string>>): void => {
    const to = new URL(href("/floor/balance"), location.origin);
    for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
    route(to.pathname + to.search);
  };
  return (
    <div class="row">
      {lines.length > 1 && (
        <SelectField
          label={t.balance.line}
          value={lineId}
          choices={lines.map((row) => ({ value: row.lineId, label: row.name }))}
          onPick={(line) => go({ line })}
        />
      )}
      {order !== null && orders.length > 1 && (
        <SelectField
          label={t.balance.order}
          value={order.orderId}
          choices={orders.map((each) => ({
            value: each.orderId,
            label: t.balance.orderOf({ ...each, order: each.orderId }),
          }))}
          onPick={(picked) => go({ line: lineId, order: picked })}
        />
      )}
      {order !== null && orders.length === 1 && (
        <p>{t.balance.orderOf({ ...order, order: order.orderId })}</p>
      )}
      <a class="plain" href={href(`/floor/${encodeURIComponent(lineId)}`)}>
        {t.balance.toFloor}
      </a>
    </div>
  );
}
