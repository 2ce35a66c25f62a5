import type { ActAnswer, Plan } from "@trame/shared";
import { useMemo, useRef, useState } from "preact/hooks";
import type { DeskRefusal } from "../../data/desk/desk-api.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { drawHex } from "../../data/draw-hex.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { CheckField, SelectField, TextField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { type CountCells, readCounts, toHandCount } from "./counts-form.ts";
import { CountsGrid } from "./counts-grid.tsx";
import { hoursOfDay, workedHours } from "./day-hours.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { Refused, Waiting } from "./said.tsx";

const KEY_DIGITS = 32;

/** `/prepare/counts`: pieces by hand, for a table without a counter or a day without power. */
export function CountsPage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="counts" title={t.prepare.pages.counts}>
      <Counts />
    </DeskFrame>
  );
}

function Counts() {
  const plan = useRead<Plan>("/api/v1/plan");
  const { picture } = useScreen();
  const today = picture.store.head.value?.day;
  if (plan.value === null || today === undefined) return <Waiting reading={plan} />;
  return <CountsForm plan={plan.value} today={today} />;
}

function CountsForm({ plan, today }: { readonly plan: Plan; readonly today: string }) {
  const { t, timeZone, number } = useDeskWords();
  const [lineId, setLineId] = useState(plan.lines[0]?.id ?? "");
  const [day, setDay] = useState(today);
  const [isWhole, setWhole] = useState(false);
  const [reason, setReason] = useState("");
  const [cells, setCells] = useState<CountCells>({});
  const sending = useSending();
  const hours = useMemo(() => {
    const all = hoursOfDay(day, timeZone);
    return isWhole ? all : workedHours(all, day, plan.calendar);
  }, [day, timeZone, isWhole, plan]);
  const stations = plan.lines.find(({ id }) => id === lineId)?.stations ?? [];
  const { counts, bad } = readCounts(cells);
  const total = counts.reduce((sum, { pieces }) => sum + pieces, 0);

  async function send() {
    const left = await sending.send({ cells, reason: reason.trim() });
    setCells(left);
  }

  return (
    <Panel title={t.counts.title}>
      <p class="about">{t.counts.lead}</p>
      <SheetForm onSend={() => void send()}>
        <div class="row at-field">
          <SelectField
            label={t.counts.line}
            value={lineId}
            choices={plan.lines.map(({ id, name }) => ({ value: id, label: name }))}
            onPick={setLineId}
          />
          <TextField
            label={t.counts.day}
            type="date"
            value={day}
            isRequired={true}
            onText={setDay}
          />
          <TextField
            label={t.counts.reason}
            hint={t.counts.reasonHint}
            value={reason}
            isRequired={true}
            max={200}
            onText={setReason}
          />
          <CheckField label={t.counts.wholeDay} isOn={isWhole} onSet={setWhole} />
        </div>
        <CountsGrid
          stations={stations}
          hours={hours}
          cells={cells}
          bad={bad}
          onCell={(cell, text) => setCells({ ...cells, [cell]: text })}
        />
        <div class="row at-right">
          <p class="figure" role="status">
            <b>{number(total)}</b> {t.prepare.pieces(total)}
          </p>
          <button
            type="submit"
            class="act"
            disabled={sending.isBusy || counts.length === 0 || bad.length > 0}
          >
            {t.counts.save}
          </button>
        </div>
        <div role="status" class="said">
          {bad.length > 0 && <p class="fault">{t.counts.bad}</p>}
          {sending.saved > 0 && <p class="ok-said">{t.counts.saved(sending.saved)}</p>}
          {sending.refusal !== null && <Refused refusal={sending.refusal} />}
        </div>
      </SheetForm>
    </Panel>
  );
}

/** Sends cell by cell; what was not taken stays in the grid, with the key that it was sent with. */
function useSending() {
  const { api } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [saved, setSaved] = useState(0);
  const [refusal, setRefusal] = useState<DeskRefusal | null>(null);
  const keys = useRef(new Map<string, string>());

  /** The same content again has the same key: an answer that was lost makes no second count. */
  function keyOf(content: string): string {
    const key = keys.current.get(content) ?? drawHex(KEY_DIGITS);
    keys.current.set(content, key);
    return key;
  }

  return {
    isBusy,
    saved,
    refusal,
    async send({ cells, reason }: { readonly cells: CountCells; readonly reason: string }) {
      setBusy(true);
      setRefusal(null);
      const left = { ...cells };
      let taken = 0;
      for (const count of readCounts(cells).counts) {
        const content = JSON.stringify([count.cell, count.pieces, reason]);
        const body = toHandCount(count, keyOf(content), reason);
        const answer = await api.write<ActAnswer>("POST", "/api/v1/counts", body);
        if (!answer.ok) {
          setRefusal(answer);
          break;
        }
        taken += 1;
        keys.current.delete(content);
        delete left[count.cell];
      }
      setSaved(taken);
      setBusy(false);
      return left;
    },
  };
}
