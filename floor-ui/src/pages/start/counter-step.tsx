import { isDeviceId } from "@trame/shared";
import { useState } from "preact/hooks";
import type { CounterWay, StartDraft } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { SelectField, TextField } from "../../ui/desk/fields.tsx";
import { parsePieces } from "../prepare/pieces.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { StepForm } from "./step-form.tsx";
import type { Start } from "./use-start.ts";

const WAYS: readonly CounterWay[] = ["esp", "tasmota", "trial", "scan"];
/** What a counter is called until somebody says otherwise. */
const NAMES = { esp: "esp-01", tasmota: "module-01", trial: "essai-01", scan: "" } as const;
const DEVICE_SIGNS = 64;
const TRIMS_MAX = 1_000;

/** How pieces come to be counted, and at which station first. The plan is sent with the counter. */
export function CounterStep({ start }: { readonly start: Start }) {
  const { counter } = useStartWords().t;
  const [fault, setFault] = useState<string | null>(null);
  const { way } = start.draft;

  function goOn() {
    const found = faultOf(start.draft, counter);
    setFault(found);
    if (found === null) void start.savePlan();
  }

  return (
    <StepForm
      start={start}
      question={counter.question}
      hint={counter.hint}
      fault={fault}
      onNext={goOn}
    >
      <div class="st-choices" role="radiogroup" aria-label={counter.question}>
        {WAYS.map((each) => (
          <ChoiceCard
            key={each}
            group="way"
            title={counter.ways[each].title}
            hint={counter.ways[each].hint}
            isOn={way === each}
            onPick={() => start.set({ way: each, deviceId: NAMES[each], station: 0 })}
          />
        ))}
      </div>
      {way !== null && way !== "scan" && <StationField start={start} />}
      {(way === "esp" || way === "tasmota") && <DeviceFields start={start} />}
    </StepForm>
  );
}

function StationField({ start }: { readonly start: Start }) {
  const { line, counter } = useStartWords().t;
  const { stations, station } = start.draft;
  if (stations.length === 1) return null;
  return (
    <SelectField
      label={counter.station}
      value={String(station)}
      choices={stations.map(({ operation }, index) => ({
        value: String(index),
        label: counter.stationName(line.station(index + 1), operation),
      }))}
      onPick={(index) => start.set({ station: Number(index) })}
    />
  );
}

function DeviceFields({ start }: { readonly start: Start }) {
  const { counter } = useStartWords().t;
  const { way, deviceId, isPulse, trims } = start.draft;
  return (
    <>
      <TextField
        label={counter.device}
        hint={counter.deviceHint}
        value={deviceId}
        max={DEVICE_SIGNS}
        onText={(text) => start.set({ deviceId: text })}
      />
      {way === "esp" && (
        <fieldset class="st-choices">
          <legend>{counter.rule}</legend>
          <ChoiceCard
            group="rule"
            title={counter.pulse}
            isOn={isPulse}
            onPick={() => start.set({ isPulse: true })}
          />
          <ChoiceCard
            group="rule"
            title={counter.trimsRule}
            isOn={!isPulse}
            onPick={() => start.set({ isPulse: false })}
          />
        </fieldset>
      )}
      {way === "esp" && !isPulse && (
        <TextField
          label={counter.trims}
          hint={counter.trimsHint}
          value={trims}
          keys="numeric"
          onText={(text) => start.set({ trims: text })}
        />
      )}
    </>
  );
}

interface CounterWords {
  readonly noWay: string;
  readonly noDevice: string;
  readonly noTrims: string;
}

/** The first thing to mend, in words. */
function faultOf({ way, deviceId, isPulse, trims }: StartDraft, words: CounterWords) {
  if (way === null) return words.noWay;
  if (way === "scan") return null;
  if (!isDeviceId(deviceId.trim())) return words.noDevice;
  const count = parsePieces(trims) ?? 0;
  const isOutside = count < 1 || count > TRIMS_MAX;
  return way === "esp" && !isPulse && isOutside ? words.noTrims : null;
}
