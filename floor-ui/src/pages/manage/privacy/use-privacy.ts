import type { PrivacySetting } from "@trame/shared";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { DeskRefusal, Whole } from "../../../data/desk/desk-api.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";

const PATH = "/api/v1/settings/privacy";

/** The setting with its version, and why it could not be read. */
export interface PrivacyReading {
  readonly value: Whole<PrivacySetting> | null;
  readonly refusal: DeskRefusal | null;
  readonly reload: () => void;
  readonly write: (setting: PrivacySetting) => ReturnType<WriteWhole>;
}

type WriteWhole = (
  setting: PrivacySetting,
) => Promise<{ readonly ok: true; readonly value: Whole<PrivacySetting> } | DeskRefusal>;

/** Reads what a workshop decided, to be written back whole. */
export function usePrivacy(): PrivacyReading {
  const { api } = useDesk();
  const [held, setHeld] = useState<Pick<PrivacyReading, "value" | "refusal">>({
    ...{ value: null, refusal: null },
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOld = false;
    void api.readWhole<PrivacySetting>(PATH).then((answer) => {
      if (isOld) return;
      setHeld(
        answer.ok ? { value: answer.value, refusal: null } : { value: null, refusal: answer },
      );
    });
    return () => {
      isOld = true;
    };
    // Asked again when `round` says that something changed.
  }, [api, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const version = held.value?.version ?? null;
  const write: WriteWhole = async (setting) => {
    const answer = await api.replace<PrivacySetting>(PATH, { value: setting, version });
    if (answer.ok) setHeld({ value: answer.value, refusal: null });
    return answer;
  };
  return { ...held, reload, write };
}
