import { useState } from "preact/hooks";
import type { CopyCode, Told } from "../../../data/station/own-data.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";
import { useDesk } from "../desk.ts";
import type { OwnPartProps } from "./own-parts.ts";

/** A copy is opened elsewhere, with a code: what a shared tablet saves, the next person finds ([PD8]). */
export function OwnCopy({ proof, isEasy }: Pick<OwnPartProps, "proof" | "isEasy">) {
  const { tools } = useDesk();
  const { t, time } = useOwnWords();
  const [told, setTold] = useState<Told<CopyCode> | null>(null);
  if (told?.ok === true) {
    const { code, expiresAt } = told.value;
    return (
      <section class="own-code">
        <p class={isEasy ? "lead easy-lead" : "lead"}>
          {isEasy ? t.easy.copyOpen : t.copyOpen(`${location.host}/copy`)}
        </p>
        <p class="code-shown">{code}</p>
        {isEasy && <p class="lead easy-lead">{`${location.host}/copy`}</p>}
        <p class={isEasy ? "lead easy-lead" : "lead"}>{t.copyUntil(time(expiresAt))}</p>
      </section>
    );
  }
  return (
    <section class="own-code">
      <p class={isEasy ? "lead easy-lead" : "lead"} role="status">
        {told === null ? (isEasy ? t.easy.copy : t.copyLead) : (told.message ?? t.unreached)}
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
