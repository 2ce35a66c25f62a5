import type { OwnData } from "@trame/shared";
import { useState } from "preact/hooks";
import type { Proof } from "../../../data/station/own-data.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";
import { BackSheet } from "../back-sheet.tsx";
import { CodeEntry } from "../code-entry.tsx";
import { useDesk } from "../desk.ts";
import { useSpoken } from "../use-spoken.ts";
import { OwnPartView } from "./own-part.tsx";
import { type OwnPart, PART_ICONS, partsOf } from "./own-parts.ts";
import { PinPad } from "./pin-pad.tsx";
import { type OwnState, useOwn } from "./use-own.ts";

/** « Mes données »: what is stored about whoever shows their badge, and what they ask about it. In every mode: it is a right. */
export function OwnSheet() {
  const { state, show, showBadge, renew } = useOwn();
  const { model } = useDesk();
  const { t } = useOwnWords();
  const isEasy = model.me.value?.mode.simple === true;
  if (state.kind === "open")
    return <Opened data={state.data} proof={state.proof} onChanged={renew} />;
  return (
    <BackSheet icon="eye" title={t.title}>
      <Lead state={state} isEasy={isEasy} />
      {state.kind === "badge" && <CodeEntry hint={t.badgeHint} onTyped={showBadge} />}
      {state.kind === "pin" && <PinPad onPin={(pin) => show({ badge: state.badge, pin })} />}
    </BackSheet>
  );
}

function Lead({ state, isEasy }: { readonly state: OwnState; readonly isEasy: boolean }) {
  const { t } = useOwnWords();
  if (state.kind === "open") return null;
  const words = isEasy ? t.easy : t;
  const said = state.kind === "asking" ? null : state.said;
  return (
    <p class={isEasy ? "lead easy-lead" : "lead"} role="status">
      {said ?? words[state.kind]}
    </p>
  );
}

/** Told: the mode is that of the person whose badge was shown, whoever acts here. */
function Opened(props: {
  readonly data: OwnData;
  readonly proof: Proof;
  readonly onChanged: (proof: Proof) => void;
}) {
  const { data, proof, onChanged } = props;
  const { t } = useOwnWords();
  const [part, setPart] = useState<OwnPart | null>(null);
  const isEasy = data.person.mode?.simple === true;
  if (part !== null) {
    const leave = () => setPart(null);
    const given = { part, data, proof, isEasy, onChanged, onBack: leave };
    return <OwnPartView {...given} />;
  }
  return (
    <BackSheet icon="eye" title={t.title}>
      <MenuLead isEasy={isEasy} />
      <section class="own-menu">
        {partsOf(data).map((each) => (
          <BigButton
            key={each}
            icon={PART_ICONS[each]}
            label={t.part[each]}
            onPress={() => setPart(each)}
          />
        ))}
      </section>
    </BackSheet>
  );
}

function MenuLead({ isEasy }: { readonly isEasy: boolean }) {
  const { t } = useOwnWords();
  const lead = isEasy ? t.easy.lead : t.lead;
  useSpoken(lead);
  return <p class={isEasy ? "lead easy-lead" : "lead"}>{lead}</p>;
}
