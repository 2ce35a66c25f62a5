import { useState } from "preact/hooks";
import { sayAddress } from "../../../data/session/usual-address.ts";
import type { CopyCode, Told } from "../../../data/station/own-data.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";
import { useHttpsPort } from "../../access/use-https-port.ts";
import { useDesk } from "../desk.ts";
import type { OwnPartProps } from "./own-parts.ts";

/** A copy is opened elsewhere, with a code: what a shared tablet saves, the next person finds ([PD8]). */
export function OwnCopy({ proof, isEasy }: Pick<OwnPartProps, "proof" | "isEasy">) {
  const { tools } = useDesk();
  const { t } = useOwnWords();
  const [told, setTold] = useState<Told<CopyCode> | null>(null);
  if (told?.ok === true) return <Drawn drawn={told.value} isEasy={isEasy} />;
  const lead = isEasy ? t.easy.copy : t.copyLead;
  return (
    <section class="own-code">
      <p class={leadClass(isEasy)} role="status">
        {told === null ? lead : (told.message ?? t.unreached)}
      </p>
      <BigButton
        icon="download"
        label={t.copyDraw}
        weight="main"
        onPress={() => void tools.own.copy(proof).then(setTold)}
      />
    </section>
  );
}

function Drawn(props: { readonly drawn: CopyCode; readonly isEasy: boolean }) {
  const { drawn, isEasy } = props;
  const { t, time } = useOwnWords();
  // A copy is read on the network as little as a password is.
  const address = `${sayAddress(location, useHttpsPort())}/copy`;
  const lead = leadClass(isEasy);
  return (
    <section class="own-code">
      <p class={lead}>{isEasy ? t.easy.copyOpen : t.copyOpen(address)}</p>
      <p class="code-shown">{drawn.code}</p>
      {isEasy && <p class={lead}>{address}</p>}
      <p class={lead}>{t.copyUntil(time(drawn.expiresAt))}</p>
    </section>
  );
}

function leadClass(isEasy: boolean): string {
  return isEasy ? "lead easy-lead" : "lead";
}
