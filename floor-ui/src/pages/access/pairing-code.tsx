import { useEffect, useState } from "preact/hooks";
import {
  type LetIn,
  type ScreenKind,
  type ScreenPairing,
  startScreenPairing,
} from "../../data/session/pairing-screen.ts";
import { sayAddress } from "../../data/session/usual-address.ts";
import { browserTimer } from "../../data/timer.ts";
import { usePairWords } from "../../i18n/access-pair.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { useHref } from "../href.ts";
import { useHttpsPort } from "./use-https-port.ts";
import "../../styles/access-pair.css";

/** The code of a screen, what to do with it, and what comes then ([AU7]). */
export function PairingCode(props: {
  readonly kind: ScreenKind;
  readonly onLetIn: (given: LetIn) => void;
}) {
  const { kind, onLetIn } = props;
  const { pair } = usePairWords();
  const href = useHref();
  const httpsPort = useHttpsPort();
  const pairing = usePairing(kind, onLetIn);
  const code = pairing?.shown.value?.code ?? null;
  const told = pairing?.trouble.value ?? null;
  const trouble = told === "" ? pair.unreached : told;
  return (
    <main class="pair">
      <h1>{kind === "wall" ? pair.wallTitle : pair.stationTitle}</h1>
      {code === null ? (
        <p class="pair-none" role="status">
          {trouble ?? pair.asking}
        </p>
      ) : (
        <Code code={code} />
      )}
      <p class="pair-steps">
        {pair.steps.open} <b>{sayAddress(location, httpsPort)}</b>
        {", "}
        {pair.steps.go}
      </p>
      <p class="pair-then">{kind === "wall" ? pair.wallThen : pair.stationThen}</p>
      {kind === "station" && location.protocol === "http:" && httpsPort !== null && (
        <p class="pair-plain">
          {pair.plain} <b>{`${sayAddress(location, httpsPort)}/station`}</b>
          {". "}
          <a href={href("/trust")}>{pair.trust}</a>
        </p>
      )}
      {code !== null && trouble !== null && (
        <p class="pair-old" role="status">
          {trouble}
        </p>
      )}
      <p class="pair-sign">
        <a href={href("/sign-in")}>{pair.signIn}</a>
      </p>
    </main>
  );
}

/** In two groups of three: that is how one keeps it in mind from one screen to the other. */
function Code({ code }: { readonly code: string }) {
  const { pair } = usePairWords();
  const half = Math.ceil(code.length / 2);
  return (
    <p class="pair-code" role="status">
      <span class="pair-vh">{`${pair.code} ${[...code].join(" ")}`}</span>
      <span aria-hidden="true">{code.slice(0, half)}</span>
      <span aria-hidden="true">{code.slice(half)}</span>
    </p>
  );
}

function usePairing(kind: ScreenKind, onLetIn: (given: LetIn) => void): ScreenPairing | null {
  const { language } = useI18n();
  const [pairing, setPairing] = useState<ScreenPairing | null>(null);
  useEffect(() => {
    const started = startScreenPairing({
      kind,
      language,
      fetch: (input, init) => fetch(input, init),
      setTimer: browserTimer,
      onLetIn,
    });
    setPairing(started);
    return started.close;
  }, [kind, language, onLetIn]);
  return pairing;
}
