import { useMemo, useState } from "preact/hooks";
import { useI18n } from "../../../i18n/i18n.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { Sheet } from "../../../ui/station/sheet.tsx";
import { useDesk } from "../desk.ts";
import { PinPad } from "./pin-pad.tsx";

/** A badge that needs its PIN: typed, it badges in; left, nobody came ([PD15]). */
export function BadgePinSheet({ badge }: { readonly badge: string }) {
  const { model, tools } = useDesk();
  const { station } = useI18n().t;
  const { t } = useOwnWords();
  const [said, setSaid] = useState<string | null>(null);
  const close = useMemo(() => ({ label: station.close, onClose: model.dismiss }), [station, model]);

  async function show(pin: string) {
    const told = await tools.own.showPin({ badge, pin });
    if (!told.ok) return setSaid(told.message ?? t.unreached);
    model.dismiss();
    await model.badgeIn(badge, "hand");
  }

  return (
    <Sheet icon="key-round" title={t.part.pin} close={close}>
      <p class="lead" role="status">
        {said ?? t.pin}
      </p>
      <PinPad onPin={(pin) => void show(pin)} />
    </Sheet>
  );
}
