import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import type { QuarantinePage, QuarantineRow } from "../../../data/settings/rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";

/** So many are shown; whoever has more of them mends the counter first. */
const SHOWN = 20;

/** Messages that nobody could read: taken in as late ones, or let go. */
export function QuarantinePanel({ onDone }: { readonly onDone: () => void }) {
  const { api } = useDesk();
  const { t } = useSettingsWords();
  const action = useAction();
  const page = useRead<QuarantinePage>("/api/v1/quarantine");
  const entries = page.value?.entries ?? [];

  async function judge({ id }: QuarantineRow, word: "release" | "dismiss") {
    const said = word === "release" ? t.counters.released : t.counters.dismissed;
    const doing = api.write("POST", `/api/v1/quarantine/${id}/${word}`);
    if ((await action.run(doing, said)) === null) return;
    page.reload();
    onDone();
  }

  return (
    <Panel title={t.counters.quarantine} aside={<span>{entries.length}</span>}>
      <Waiting reading={page} />
      {page.value !== null && (
        <p class="about">
          {entries.length === 0 ? t.counters.quarantineNone : t.counters.quarantineLead}
        </p>
      )}
      <ul class="se-matters">
        {entries.slice(0, SHOWN).map((entry) => (
          <Message
            key={entry.id}
            entry={entry}
            isOff={action.isBusy}
            onWord={(word) => void judge(entry, word)}
          />
        ))}
      </ul>
      {entries.length > SHOWN && <p>{t.counters.more(entries.length - SHOWN)}</p>}
      <Said outcome={action.outcome} />
    </Panel>
  );
}

function Message(props: {
  readonly entry: QuarantineRow;
  readonly isOff: boolean;
  readonly onWord: (word: "release" | "dismiss") => void;
}) {
  const { entry, isOff, onWord } = props;
  const { t, time, longDay, dayOf } = useSettingsWords();
  const { id, deviceId, message, payload, lastAt, seen } = entry;
  return (
    <li>
      <div>
        <p>
          <b>{deviceId}</b> {message}
        </p>
        <small>{`${longDay(dayOf(lastAt))}, ${time(lastAt)} · ${t.counters.seen(seen)}`}</small>
        <details>
          <summary>{t.counters.showMessage}</summary>
          <pre class="se-payload">{payload}</pre>
        </details>
      </div>
      <div class="row tight">
        <button
          type="button"
          class="plain"
          aria-label={t.counters.releaseOf(deviceId, id)}
          disabled={isOff}
          onClick={() => onWord("release")}
        >
          {t.counters.release}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={t.counters.dismissOf(deviceId, id)}
          disabled={isOff}
          onClick={() => onWord("dismiss")}
        >
          {t.counters.dismiss}
        </button>
      </div>
    </li>
  );
}
