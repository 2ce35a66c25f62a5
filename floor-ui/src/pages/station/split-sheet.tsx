import { useState } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { Stepper } from "../../ui/station/stepper.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { shownBundle, useDesk } from "./desk.ts";

/** Some pieces go on under a ticket of their own. */
export function SplitSheet() {
  const desk = useDesk();
  const { model, panel } = desk;
  const { station } = useI18n().t;
  const bundle = shownBundle(desk);
  const most = (bundle?.pieces ?? 0) - 1;
  const [pieces, setPieces] = useState(Math.max(1, Math.floor(((bundle?.pieces ?? 0) + 1) / 2)));
  if (bundle === null || most < 1) return null;
  const going = Math.min(pieces, most);
  return (
    <BackSheet icon="split" title={station.splitTitle}>
      <div class="form">
        <div class="steppers">
          <Stepper
            label={station.splitLabel}
            value={going}
            min={1}
            max={most}
            less={station.less}
            more={station.moreOne}
            onChange={setPieces}
          />
        </div>
        <p class="rest" role="status">
          {station.splitStay(station.day(bundle.pieces - going))}
        </p>
        <BigButton
          icon="split"
          label={station.splitDo}
          weight="main"
          onPress={() => {
            panel.value = "none";
            void model.split(bundle.code, going);
          }}
        />
      </div>
    </BackSheet>
  );
}
