import type { OpenBundle } from "@trame/shared";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { type Panel, useDesk } from "./desk.ts";
import { useOnce } from "./use-once.ts";

/** Where things are never moves; the ink goes with the expected action. */
export function WorkActions({ open }: { readonly open: OpenBundle | null }) {
  const { model, panel } = useDesk();
  const { station } = useI18n().t;
  const once = useOnce();
  const undoable = model.undoable.value;
  const show = (next: Panel) => () => {
    panel.value = next;
  };
  return (
    <section class="acts" aria-label={station.actions}>
      <BigButton
        icon="scan-qr-code"
        label={station.scan}
        shape="wide"
        {...(open === null ? { weight: "main" } : {})}
        onPress={show("scan")}
      />
      <BigButton
        icon="check"
        label={station.finished}
        shape="wide"
        {...(open === null ? {} : { weight: "main" })}
        isDisabled={open === null}
        onPress={() => once(() => model.finishAllGood(open?.code))}
      />
      <BigButton
        icon="circle-alert"
        label={station.defect}
        shape="half"
        isDisabled={open === null}
        onPress={show("outcome")}
      />
      <BigButton icon="hand" label={station.help} shape="half" onPress={show("help")} />
      <BigButton icon="coffee" label={station.pause} shape="half" onPress={show("pause")} />
      <BigButton
        icon="undo-2"
        label={undoable === null || undoable.act === "scan" ? station.undo : station.undoOther}
        shape="half"
        weight="soft"
        isDisabled={undoable === null}
        onPress={() => once(() => model.undo())}
      />
      <BigButton icon="ellipsis" label={station.more} weight="soft" onPress={show("more")} />
      <MyDay />
    </section>
  );
}

/** Own total, compared with nothing, where the workshop has « Ma journée » ([PR5]). */
function MyDay() {
  const { model } = useDesk();
  const { station } = useI18n().t;
  const pieces = model.dayPieces.value;
  if (model.view.value?.myDay !== true) return null;
  return (
    <p class="my-day">
      {station.myDay} <b>{pieces === null ? station.noDay : station.day(pieces)}</b>
    </p>
  );
}
