import { useState } from "preact/hooks";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";
import { useDesk } from "../desk.ts";
import type { OwnPartProps } from "./own-parts.ts";
import { PinPad } from "./pin-pad.tsx";

type Step =
  | { readonly kind: "idle" | "new"; readonly said: string | null }
  | { readonly kind: "again"; readonly pin: string }
  | { readonly kind: "keeping" };

/** Somebody chooses a PIN, changes it, or takes it away ([PD14]). */
export function OwnPin({ data, proof, isEasy, onChanged }: OwnPartProps) {
  const { tools } = useDesk();
  const { t } = useOwnWords();
  const [step, setStep] = useState<Step>({ kind: "idle", said: null });
  const { hasPin } = data.person;

  async function set(newPin: string | null) {
    setStep({ kind: "keeping" });
    const told = await tools.own.setPin(proof, newPin);
    if (!told.ok) return setStep({ kind: "idle", said: told.message ?? t.unreached });
    const { badge } = proof;
    setStep({ kind: "idle", said: newPin === null ? t.pinGone : t.pinSet });
    onChanged(newPin === null ? { badge } : { badge, pin: newPin });
  }

  function repeat(first: string, second: string) {
    if (first === second) void set(first);
    else setStep({ kind: "new", said: t.pinOther });
  }

  const words = isEasy ? t.easy : t;
  const lead = isEasy ? "lead easy-lead" : "lead";
  if (step.kind === "again")
    return (
      <>
        <p class={lead}>{words.pinAgain}</p>
        <PinPad key="again" onPin={(second) => repeat(step.pin, second)} />
      </>
    );
  // The server takes its time to keep a code: nobody types it a third time meanwhile.
  if (step.kind === "keeping")
    return (
      <p class={lead} role="status">
        {t.pinKeeping}
      </p>
    );
  if (step.kind === "new")
    return (
      <>
        <p class={lead} role="status">
          {step.said ?? words.pinNew}
        </p>
        <PinPad key="new" onPin={(pin) => setStep({ kind: "again", pin })} />
      </>
    );
  return (
    <>
      <p class={lead} role="status">
        {step.said ?? words.pinLead}
      </p>
      {!isEasy && step.said === null && <p class="lead">{hasPin ? t.pinHas : t.pinHasNot}</p>}
      <section class="grid2">
        <BigButton
          icon="key-round"
          label={hasPin ? t.pinChange : t.pinChoose}
          onPress={() => setStep({ kind: "new", said: null })}
        />
        {hasPin && <BigButton icon="x" label={t.pinRemove} onPress={() => void set(null)} />}
      </section>
    </>
  );
}
