import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";

/** Tickets on sheets or on labels, in the language of the page. `bundles` as `117,118` or `100-117`; all when not given. */
export function PrintLinks(props: {
  readonly orderId: string;
  readonly label: string;
  readonly bundles?: string;
}) {
  const { orderId, label, bundles } = props;
  const { t, language } = useDeskWords();
  const address = (format: string) => {
    const query = new URLSearchParams({ format, lang: language });
    if (bundles !== undefined) query.set("bundles", bundles);
    return `/api/v1/orders/${orderId}/tickets.pdf?${query}`;
  };
  return (
    <p class="row prints">
      <span>{label}</span>
      <a class="plain" href={address("a4")} target="_blank" rel="noreferrer">
        <DeskIcon name="printer" />
        {t.order.printA4}
      </a>
      <a class="plain" href={address("label")} target="_blank" rel="noreferrer">
        <DeskIcon name="printer" />
        {t.order.printLabel}
      </a>
    </p>
  );
}
