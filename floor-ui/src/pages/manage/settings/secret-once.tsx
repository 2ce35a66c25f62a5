import { useSettingsWords } from "../../../i18n/settings.ts";
import { Copyable } from "../../../ui/copyable.tsx";
import { QrCode } from "../../../ui/desk/qr-code.tsx";

/** A secret that is told once, to be written into the counter. */
export function SecretOnce(props: {
  readonly deviceId: string;
  readonly secret: string;
  /** The same with the address to call; undefined for a counter that was added by hand. */
  readonly qr?: string;
}) {
  const { deviceId, secret, qr } = props;
  const { t } = useSettingsWords();
  const { copy, copied, select } = t.counters;
  return (
    <section class="se-secret">
      <h3>{t.counters.secretOf(deviceId)}</h3>
      <p>{qr === undefined ? t.counters.admitLead : t.counters.newSecretLead}</p>
      <Copyable
        key={secret}
        text={secret}
        name={t.counters.secretOf(deviceId)}
        words={{ copy, copied, select }}
      />
      {qr !== undefined && <QrCode text={qr} label={t.counters.secretQr(deviceId)} />}
      <p class="about">{t.counters.secretOnce}</p>
    </section>
  );
}
