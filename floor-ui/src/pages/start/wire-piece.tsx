import { useRead } from "../../data/desk/use-read.ts";
import type { StartDraft } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { Copyable } from "../../ui/copyable.tsx";
import { Waiting } from "../prepare/said.tsx";
import { type ServerAddresses, serverHost } from "./server-host.ts";

/** In the console of a Tasmota module; what each of them is for stands in docs/guides/wire-a-counter.md. */
const TASMOTA =
  "Backlog SensorRetain 0; SetOption79 0; SetOption140 0; CounterType1 0; CounterDebounce 50; TelePeriod 60";

/** What to write into a real counter. */
export function WirePiece({ draft }: { readonly draft: StartDraft }) {
  const { piece } = useStartWords().t;
  const reading = useRead<ServerAddresses>("/api/v1/addresses");
  const { value } = reading;
  if (value === null) return <Waiting reading={reading} />;
  const isTasmota = draft.way === "tasmota";
  const rows: readonly (readonly [string, string])[] = [
    [piece.server, serverHost(value, location.hostname)],
    [piece.port, String(value.mqttPort)],
    ...(isTasmota ? [] : [[piece.clientId, draft.deviceId] as const]),
    [piece.user, draft.deviceId],
    [piece.secret, draft.secret],
    ...(isTasmota
      ? [[piece.topic, draft.deviceId] as const, [piece.console, TASMOTA] as const]
      : []),
  ];
  return (
    <>
      {!value.isOpen && <OnlyHere />}
      <p>{isTasmota ? piece.wireTasmota : piece.wire}</p>
      <dl class="st-wire" aria-label={piece.settings}>
        {rows.map(([name, text]) => (
          <WireRow key={name} name={name} text={text} />
        ))}
      </dl>
      <p class="about">{piece.secretHint}</p>
    </>
  );
}

function WireRow({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useStartWords();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Copyable
          text={text}
          name={t.piece.copyOf(name)}
          words={{ copy: t.copy, copied: t.copied, select: t.select }}
        />
      </dd>
    </div>
  );
}

/** Trame listens to its own computer alone: no counter could reach it. */
function OnlyHere() {
  const { t } = useStartWords();
  return (
    <div class="refusal">
      <p>{t.piece.onlyHere}</p>
      <Copyable
        text={t.piece.onlyHereCommand}
        name={t.piece.copyOf(t.piece.onlyHereCommand)}
        words={{ copy: t.copy, copied: t.copied, select: t.select }}
      />
    </div>
  );
}
