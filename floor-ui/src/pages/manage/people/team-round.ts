import { createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";

/** What the panels of the page tell each other: that something of the team changed. */
export interface TeamRound {
  readonly round: number;
  readonly next: () => void;
}

/** Handed down by the page. */
export const TeamRoundContext = createContext<TeamRound>({ round: 0, next: () => undefined });

/** Reads again when another panel changed something: what is edited from an old list would undo it. */
export function useTeamRound(reload: () => void): () => void {
  const { round, next } = useContext(TeamRoundContext);
  const known = useRef(round);
  useEffect(() => {
    if (known.current === round) return;
    known.current = round;
    reload();
  }, [round, reload]);
  return next;
}
