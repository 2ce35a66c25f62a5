import { useCallback, useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { createKeep } from "../../data/keep.ts";
import { useScreen } from "../../data/screen-context.ts";
import type { LetIn } from "../../data/session/pairing-screen.ts";
import { keepStationKey } from "../../data/station/pairing.ts";
import { registerServiceWorker } from "../../data/station/register-service-worker.ts";
import { usePairWords } from "../../i18n/access-pair.ts";
import { PairingCode } from "../access/pairing-code.tsx";
import { useHref } from "../href.ts";

/** `/station`: a tablet without a station shows its code, and opens as the station that it is accepted as ([AU8]). */
export function StationPairingPage() {
  const { pair } = usePairWords();
  const { picture, session } = useScreen();
  const { route } = useLocation();
  const href = useHref();
  useEffect(() => {
    document.title = `${pair.stationTitle} — Trame`;
  }, [pair]);
  useEffect(() => registerServiceWorker(navigator), []);
  const onLetIn = useCallback(
    (given: LetIn) => {
      if (given.kind !== "station") return;
      const { stationId, key } = given;
      const path = href(`/station/${encodeURIComponent(stationId)}`);
      const isKept = keepStationKey(
        createKeep(() => localStorage),
        stationId,
        key,
      );
      void session.look().then(picture.knock);
      // A tablet that can keep nothing keeps the key in its address, as after its QR.
      route(isKept ? path : `${path}#${key}`, true);
    },
    [href, picture, route, session],
  );
  return <PairingCode kind="station" onLetIn={onLetIn} />;
}
