import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import type { TotpOfferRow } from "../../../data/session/access-rows.ts";
import { useSession } from "../../../data/session/use-session.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { Copyable } from "../../../ui/copyable.tsx";
import { TextField } from "../../../ui/desk/fields.tsx";
import { PasswordField } from "../../../ui/desk/password-field.tsx";
import { QrCode } from "../../../ui/desk/qr-code.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Said } from "../../prepare/said.tsx";
import { asDone } from "./as-done.ts";

const PATH = "/api/v1/accounts/me/totp";

type Step =
  | { readonly kind: "rest" }
  | { readonly kind: "password"; readonly typed: string }
  | { readonly kind: "scan"; readonly offer: TotpOfferRow };

/** A code of one's phone beside the password: asked for once it was shown that the phone gives it. */
export function OwnTotp(props: { readonly hasTotp: boolean; readonly onChanged: () => void }) {
  const { hasTotp, onChanged } = props;
  const { api } = useDesk();
  const { look } = useSession();
  const { t } = useAccessWords();
  const action = useAction();
  const [step, setStep] = useState<Step>({ kind: "rest" });

  async function changed() {
    setStep({ kind: "rest" });
    await look();
    onChanged();
  }
  async function show(password: string) {
    if (hasTotp) {
      const sent = api.write<void>("DELETE", PATH, { password });
      if ((await action.run(sent.then(asDone), t.own.totpDropped)) !== null) await changed();
      return;
    }
    const offer = await action.run(api.write<TotpOfferRow>("POST", PATH, { password }), "");
    if (offer === null) return;
    action.clear();
    setStep({ kind: "scan", offer });
  }
  async function confirm(code: string) {
    const sent = api.write<void>("POST", PATH, { code });
    if ((await action.run(sent.then(asDone), t.own.totpAdded)) !== null) await changed();
  }

  return (
    <section class="ac-totp">
      <p>{hasTotp ? t.own.totpOn : t.own.totpOff}</p>
      {step.kind === "rest" && (
        <div>
          <button
            type="button"
            class="plain"
            onClick={() => {
              action.clear();
              setStep({ kind: "password", typed: "" });
            }}
          >
            {hasTotp ? t.own.totpDrop : t.own.totpAdd}
          </button>
        </div>
      )}
      {step.kind === "password" && (
        <AskPassword
          typed={step.typed}
          action={action}
          onText={(typed) => setStep({ kind: "password", typed })}
          onSend={() => void show(step.typed)}
          onLeave={() => setStep({ kind: "rest" })}
        />
      )}
      {step.kind === "scan" && (
        <Scan offer={step.offer} action={action} onSend={(code) => void confirm(code)} />
      )}
      <Said outcome={action.outcome} />
    </section>
  );
}

function AskPassword(props: {
  readonly typed: string;
  readonly action: Action;
  readonly onText: (typed: string) => void;
  readonly onSend: () => void;
  readonly onLeave: () => void;
}) {
  const { t, sign } = useAccessWords();
  return (
    <SheetForm onSend={props.onSend}>
      <PasswordField
        label={t.own.totpPassword}
        value={props.typed}
        fill="current-password"
        words={sign}
        onText={props.onText}
      />
      <div class="row">
        <button type="submit" class="act" disabled={props.action.isBusy}>
          {t.own.totpNext}
        </button>
        <button type="button" class="plain" onClick={props.onLeave}>
          {t.cancel}
        </button>
      </div>
    </SheetForm>
  );
}

function Scan(props: {
  readonly offer: TotpOfferRow;
  readonly action: Action;
  readonly onSend: (code: string) => void;
}) {
  const { offer, action, onSend } = props;
  const { t } = useAccessWords();
  const [code, setCode] = useState("");
  return (
    <SheetForm onSend={() => onSend(code.replace(/\s/g, ""))}>
      <p>{t.own.totpScan}</p>
      <div class="ac-qr">
        <QrCode text={offer.uri} label={t.own.totpQr} />
      </div>
      <p class="about">{t.own.totpSecret}</p>
      <Copyable text={offer.secret} name={t.own.totpSecret} words={t.copy} />
      <TextField
        label={t.own.totpCode}
        value={code}
        isRequired={true}
        keys="numeric"
        fill="one-time-code"
        onText={setCode}
      />
      <div class="row">
        <button type="submit" class="act" disabled={action.isBusy}>
          {t.own.totpConfirm}
        </button>
      </div>
    </SheetForm>
  );
}
