import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { BackupList } from "../../../data/desk/backup-rows.ts";
import type { DeskRefusal } from "../../../data/desk/desk-api.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { Reading } from "../../../data/desk/use-read.ts";

const PATH = "/api/v1/backups";
const SOON_MS = 1_000;
const LATER_MS = 30_000;

interface Held {
  readonly value: BackupList | null;
  readonly refusal: DeskRefusal | null;
}

/** The list, read again a second after each answer while something goes on, and while the server starts again. */
export function useBackups(): Reading<BackupList> {
  const { api } = useDesk();
  const [held, setHeld] = useState<Held>({ value: null, refusal: null });
  const [round, setRound] = useState(0);
  const known = useRef<BackupList | null>(null);
  useEffect(() => {
    let isOld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look(): Promise<void> {
      const answer = await api.read<BackupList>(PATH);
      if (isOld) return;
      known.current = answer.ok ? answer.value : known.current;
      setHeld({ value: known.current, refusal: answer.ok ? null : answer });
      timer = setTimeout(() => void look(), isBusy(known.current) ? SOON_MS : LATER_MS);
    }
    void look();
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
    // Asked again at once when `round` says that something changed.
  }, [api, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...held, reload };
}

/** A restore is under way. */
export function isRestoring({ restore }: BackupList): boolean {
  return restore !== null && restore.endedAt === null;
}

function isBusy(list: BackupList | null): boolean {
  return list !== null && (list.doing !== null || isRestoring(list));
}
