import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";

/** A secret that is shown once. */
interface Made {
  readonly deviceId: string;
  readonly secret: string;
  readonly qr: string;
}

/** Gives counters new secrets, and takes them back. */
export function useSecrets(onDone: () => void) {
  const { api } = useDesk();
  const { t } = useSettingsWords();
  const action = useAction();
  const [made, setMade] = useState<Made | null>(null);
  const address = (deviceId: string) => `/api/v1/devices/${encodeURIComponent(deviceId)}/secret`;
  return {
    isBusy: action.isBusy,
    outcome: action.outcome,
    made,
    async give(deviceId: string) {
      const giving = api.write<Omit<Made, "deviceId">>("POST", address(deviceId));
      const given = await action.run(giving, t.counters.newSecretDone(deviceId));
      if (given === null) return;
      setMade({ deviceId, ...given });
      onDone();
    },
    async revoke(deviceId: string) {
      setMade(null);
      const taken = api.write("DELETE", address(deviceId));
      if ((await action.run(taken, t.counters.revoked(deviceId))) !== null) onDone();
    },
    /** What was shown is seen no more. */
    clear() {
      setMade(null);
      action.clear();
    },
  };
}
