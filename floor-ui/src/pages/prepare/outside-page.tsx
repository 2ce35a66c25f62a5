import type { ActAnswer } from "@trame/shared";
import { useId, useState } from "preact/hooks";
import { actHead } from "../../data/desk/act-head.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { SlipRow } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Hint, TextField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { readCodes, slipIdAt } from "./outside-form.ts";
import { Said, Waiting } from "./said.tsx";
import { SlipPanel } from "./slip-panel.tsx";

/** `/prepare/outside`: what goes to a subcontractor, and what comes back. */
export function OutsidePage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="outside" title={t.prepare.pages.outside}>
      <Outside />
    </DeskFrame>
  );
}

function Outside() {
  const { t } = useDeskWords();
  const slips = useRead<{ slips: SlipRow[] }>("/api/v1/slips");
  return (
    <>
      <DispatchPanel onSent={slips.reload} />
      <Waiting reading={slips} />
      {slips.value?.slips.length === 0 && <p class="about">{t.outside.none}</p>}
      {slips.value?.slips.map((slip) => (
        <SlipPanel key={`${slip.slipId} ${slip.sentAt}`} slip={slip} onReturned={slips.reload} />
      ))}
    </>
  );
}

/** All bundles of a slip go, or none and why. */
function DispatchPanel({ onSent }: { readonly onSent: () => void }) {
  const { api } = useDesk();
  const { t, time, dayOf } = useDeskWords();
  const action = useAction();
  const suggest = () => slipIdAt(dayOf(Date.now()), time(Date.now()));
  const [slipId, setSlipId] = useState(suggest);
  const [partner, setPartner] = useState("");
  const [typed, setTyped] = useState("");
  const [operations, setOperations] = useState("");
  const codesId = useId();
  const { codes, bad } = readCodes(typed);

  async function send() {
    const done = operations.split(/[\s,;]+/).filter((code) => code !== "");
    const body = {
      ...actHead(Date.now()),
      ...{ slipId: slipId.trim(), partner: partner.trim(), codes },
      ...(done.length > 0 && { operations: done }),
    };
    const sent = api.write<ActAnswer>("POST", "/api/v1/dispatches", body);
    if ((await action.run(sent, t.outside.sent(codes.length))) === null) return;
    setTyped("");
    setSlipId(suggest());
    onSent();
  }

  return (
    <Panel title={t.outside.dispatch}>
      <SheetForm onSend={() => void send()}>
        <div class="row">
          <TextField
            label={t.outside.partner}
            value={partner}
            isRequired={true}
            max={120}
            onText={setPartner}
          />
          <TextField label={t.outside.slip} value={slipId} isRequired={true} onText={setSlipId} />
          <TextField
            label={t.outside.operations}
            hint={t.outside.operationsHint}
            value={operations}
            onText={setOperations}
          />
        </div>
        <div class="field">
          <label for={codesId}>{t.outside.codes}</label>
          <textarea
            id={codesId}
            aria-describedby={`${codesId}-hint`}
            rows={3}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Hint of={codesId} text={t.outside.codesHint} />
        </div>
        {bad.length > 0 && <p class="fault">{t.outside.badCodes(bad.join(", "))}</p>}
        <div class="row at-right">
          <p class="figure" role="status">
            <b>{codes.length}</b> {t.order.bundlesWord(codes.length)}
          </p>
          <button
            type="submit"
            class="act"
            disabled={action.isBusy || codes.length === 0 || bad.length > 0}
          >
            {t.outside.send}
          </button>
        </div>
        <Said outcome={action.outcome} />
      </SheetForm>
    </Panel>
  );
}
