import type { UpkeepKind } from "@trame/shared";
import { actHead } from "../../../data/desk/act-head.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";

/** Says that something was done to a machine. */
export interface Upkeep extends Pick<Action, "isBusy" | "outcome"> {
  done(machine: { readonly stationId: string; readonly name: string }, kind: UpkeepKind): void;
}

export function useUpkeep(onDone: () => void): Upkeep {
  const { api } = useDesk();
  const { t } = useSettingsWords();
  const { run, isBusy, outcome } = useAction();
  return {
    isBusy,
    outcome,
    done({ stationId, name }, upkeep) {
      const path = `/api/v1/machines/${encodeURIComponent(stationId)}/upkeep`;
      const body = { ...actHead(Date.now()), stationId, upkeep };
      const text = t.machines.doneSaid(t.machines.kinds[upkeep], name);
      void run(api.write("POST", path, body), text).then((answer) => {
        if (answer !== null) onDone();
      });
    },
  };
}
