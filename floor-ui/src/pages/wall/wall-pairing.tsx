import { useCallback } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import { PairingCode } from "../access/pairing-code.tsx";

/** A wall that nobody accepted yet, or no longer: its code, until it is. */
export function WallPairing() {
  const { picture, session } = useScreen();
  const onLetIn = useCallback(() => {
    void session.look().then(picture.knock);
  }, [picture, session]);
  return <PairingCode kind="wall" onLetIn={onLetIn} />;
}
