import type { Plan } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import type { PairingRow, ScreenRow } from "../../../data/session/access-rows.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";

interface AddProps {
  readonly action: Action;
  readonly onLeave: () => void;
  readonly onAdded: () => void;
}

/** First the code, which tells what waits; then its name, and a tablet's station. */
export function AddScreen({ action, onLeave, onAdded }: AddProps) {
  const { api } = useDesk();
  const { t } = useAccessWords();
  const [code, setCode] = useState("");
  const [found, setFound] = useState<PairingRow | null>(null);
  const path = `/api/v1/screens/pairings/${encodeURIComponent(code.trim())}`;

  async function look() {
    const pairing = await action.run(api.read<PairingRow>(path), "");
    if (pairing === null) return;
    action.clear();
    setFound(pairing);
  }
  async function accept(screen: Accepting) {
    const sent = api.write<ScreenRow>("POST", `${path}/accept`, screen);
    if ((await action.run(sent, t.screens.accepted(screen.name))) !== null) onAdded();
  }

  if (found !== null) {
    return (
      <Accept
        kind={found.kind}
        isBusy={action.isBusy}
        onLeave={onLeave}
        onAccept={(screen) => void accept(screen)}
      />
    );
  }
  return (
    <SheetForm onSend={() => void look()}>
      <div class="ac-code">
        <TextField
          label={t.screens.code}
          hint={t.screens.codeHint}
          value={code}
          isRequired={true}
          max={16}
          isFirst={true}
          onText={setCode}
        />
      </div>
      <div class="row">
        <button type="submit" class="act" disabled={action.isBusy}>
          {t.screens.look}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </SheetForm>
  );
}

interface Accepting {
  readonly name: string;
  readonly stationId?: string;
}

function Accept(props: {
  readonly kind: PairingRow["kind"];
  readonly isBusy: boolean;
  readonly onLeave: () => void;
  readonly onAccept: (screen: Accepting) => void;
}) {
  const { kind, isBusy, onLeave, onAccept } = props;
  const { t } = useAccessWords();
  const isTablet = kind === "station";
  const plan = useRead<Plan>(isTablet ? "/api/v1/plan" : null);
  const [typed, setTyped] = useState<string | null>(null);
  const [stationId, setStationId] = useState("");
  const stations = (plan.value?.lines ?? []).flatMap((line) =>
    line.stations.map(({ id, name }) => ({ value: id, label: `${name} · ${line.name}` })),
  );
  // A tablet is called as its station until somebody calls it otherwise.
  const usual = stations.find(({ value }) => value === stationId)?.label ?? "";
  const name = typed ?? (isTablet ? usual : "");
  return (
    <SheetForm onSend={() => onAccept({ name: name.trim(), ...(isTablet && { stationId }) })}>
      <p role="status">
        <b>{t.screens.found[kind]}</b>
      </p>
      {isTablet && (
        <SelectField
          label={t.screens.station}
          value={stationId}
          choices={[{ value: "", label: t.screens.stationNone }, ...stations]}
          onPick={setStationId}
        />
      )}
      <TextField
        label={t.screens.name}
        hint={t.screens.nameHint}
        value={name}
        isRequired={true}
        max={64}
        isFirst={!isTablet}
        onText={setTyped}
      />
      <div class="row">
        <button
          type="submit"
          class="act"
          disabled={isBusy || (isTablet && stationId === "") || name.trim() === ""}
        >
          {t.screens.accept}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </SheetForm>
  );
}
