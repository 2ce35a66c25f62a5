import type { OwnData } from "@trame/shared";
import { useCallback, useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Proof, Told } from "../../../data/station/own-data.ts";
import { browserTimer } from "../../../data/timer.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { useDesk } from "../desk.ts";

/** How far somebody has shown who they are. */
export type OwnState =
  | { readonly kind: "badge" | "asking"; readonly said: string | null }
  | { readonly kind: "pin"; readonly badge: string; readonly said: string | null }
  | { readonly kind: "open"; readonly proof: Proof; readonly data: OwnData };

/** Nobody keeps what is one person's own on a tablet that is everybody's. */
const SHOWN_MS = 60_000;

/** One's own data, from the badge to what is told; it is gone as soon as the sheet is closed ([PD10]). */
export function useOwn() {
  const { tools } = useDesk();
  const { t } = useOwnWords();
  const [state, setState] = useState<OwnState>({ kind: "badge", said: null });

  /** What is told stays meanwhile. */
  const renew = useCallback(
    (proof: Proof) =>
      void tools.own.see(proof).then((told) => setState(stateOf(proof, told, t.unreached))),
    [tools, t],
  );

  const show = useCallback(
    (proof: Proof) => {
      setState({ kind: "asking", said: null });
      renew(proof);
    },
    [renew],
  );
  const showBadge = useCallback((badge: string) => show({ badge }), [show]);
  // From the moment the sheet is seen: until then a badge is one to come or to go.
  useLayoutEffect(() => tools.takeBadges(showBadge), [showBadge, tools]);
  useCloseLater();
  return { state, show, showBadge, renew };
}

function stateOf(proof: Proof, told: Told<OwnData>, unreached: string): OwnState {
  if (told.ok) return { kind: "open", proof, data: told.value };
  const said = told.message ?? unreached;
  const { badge } = proof;
  if (told.code === "pin-needed") return { kind: "pin", badge, said: null };
  const isPin = told.code === "pin-wrong" || (told.code === "too-many-tries" && proof.pin);
  return isPin ? { kind: "pin", badge, said } : { kind: "badge", said };
}

/** A minute after the last touch. */
function useCloseLater(): void {
  const { panel } = useDesk();
  const [touched, setTouched] = useState(0);
  useEffect(() => {
    const touch = () => setTouched((before) => before + 1);
    addEventListener("pointerdown", touch);
    addEventListener("keydown", touch);
    return () => {
      removeEventListener("pointerdown", touch);
      removeEventListener("keydown", touch);
    };
  }, []);
  useEffect(
    () =>
      browserTimer(() => {
        panel.value = "none";
      }, SHOWN_MS),
    [panel, touched],
  );
}
