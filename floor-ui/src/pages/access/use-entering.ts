import { useState } from "preact/hooks";
import type { SignInAnswer, SignInRefusal } from "../../data/session/ask-server.ts";
import { useCountdown } from "./use-countdown.ts";

/** A try to be let in, and what came of it. */
export interface Entering {
  readonly isBusy: boolean;
  /** null when nothing was refused since it was last tried. */
  readonly refusal: SignInRefusal | null;
  /** Seconds until the next try may come; 0 when it may. */
  readonly waitSeconds: number;
  /** Whether the wait that was asked for is over. */
  readonly isOver: boolean;
  /** The answer, when somebody was let in or refused; null while another try is under way or waited for. */
  run(name: string, trying: () => Promise<SignInAnswer>): Promise<SignInAnswer | null>;
}

interface Wait {
  readonly name: string;
  /** ms of `performance.now()`. */
  readonly until: number;
}

const SECOND_MS = 1_000;

/** `name`: who would enter; a wait is that of one name, so that it holds no colleague up. */
export function useEntering(name: string): Entering {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [wait, setWait] = useState<Wait | null>(null);
  const isMine = wait !== null && wait.name === name;
  const waitSeconds = useCountdown(isMine ? wait.until : null);
  return {
    isBusy,
    refusal,
    waitSeconds,
    isOver: isMine && waitSeconds === 0,
    async run(who, trying) {
      if (isBusy || waitSeconds > 0) return null;
      setBusy(true);
      setRefusal(null);
      setWait(null);
      const answer = await trying();
      setBusy(false);
      if (answer.ok) return answer;
      setRefusal(answer);
      const { retrySeconds } = answer;
      if (retrySeconds !== null) {
        setWait({ name: who, until: performance.now() + retrySeconds * SECOND_MS });
      }
      return answer;
    },
  };
}
