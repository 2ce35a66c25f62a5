import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { useHref } from "../../href.ts";

/** What of an order can be taken along as a file. */
type OrderExport = "minutes" | "story" | "learning";

/** To the page of exports, with what is asked for chosen already. */
export function ExportLinks(props: {
  readonly orderId: string;
  readonly kinds: readonly OrderExport[];
}) {
  const { orderId, kinds } = props;
  const { t } = useOrdersWords();
  const href = useHref();
  return (
    <>
      {kinds.map((kind) => (
        <a
          key={kind}
          class="plain"
          href={href(`/manage/exports?${new URLSearchParams({ kind, order: orderId })}`)}
        >
          {t.orderExports[kind]}
        </a>
      ))}
    </>
  );
}
