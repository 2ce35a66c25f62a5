import type { ComponentChildren } from "preact";
import { lazy } from "preact-iso";
import { useSession } from "../../data/session/use-session.ts";

/** Walls that are accepted never load it. */
const WallPairing = lazy(() => import("./wall-pairing.tsx").then(({ WallPairing }) => WallPairing));

/**
 * What a screen shows that may see the board; the others show their code ([AU7]). As long as the server has not said who this is,
 * a wall shows what it kept: after a power cut it is there before the server.
 */
export function Paired({ children }: { readonly children: ComponentChildren }) {
  const session = useSession();
  const isClosed = session.me.value !== null && !session.can("board.read");
  return isClosed ? <WallPairing /> : children;
}
