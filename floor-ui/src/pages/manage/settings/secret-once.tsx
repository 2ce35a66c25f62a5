import { useSettingsWords } from "../../../i18n/settings.ts";
import { Copyable } from "../../../ui/copyable.tsx";

/** A secret that is told once, to be written into the counter. */
export function SecretOnce(props: { readonly deviceId: string; readonly secret: string }) {
  const { deviceId, secret } = props;
  const { t } = useSettingsWords();
  const { copy, copied, select } = t.counters;
  return (
    <section class="se-secret">
      <h3>{t.counters.secretOf(deviceId)}</h3>
      <p>{t.counters.admitLead}</p>
      <Copyable
        key={secret}
        text={secret}
        name={t.counters.secretOf(deviceId)}
        words={{ copy, copied, select }}
      />
      <p class="about">{t.counters.secretOnce}</p>
    </section>
  );
}
