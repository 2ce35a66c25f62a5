import { useEffect, useState } from "preact/hooks";
import { useTrustWords } from "../../i18n/trust.ts";
import { AccessFrame } from "../access/access-frame.tsx";
import { DEVICES, deviceOf } from "./device-of.ts";
import { StepSketch } from "./step-sketch.tsx";
import "../../styles/trust.css";

/** As `/tls` tells it. */
interface Tls {
  readonly httpsPort: number | null;
  readonly origin: "own" | "made" | null;
  readonly fingerprint: { readonly hex: string; readonly words: string } | null;
}

/** `/trust`: nobody need be known, on plain HTTP too. */
export function TrustPage() {
  const t = useTrustWords();
  const tls = useTls();
  return (
    <AccessFrame title={t.title}>
      <section class="st-card trust">
        <h1>{t.title}</h1>
        <p class="about">{t.lead}</p>
        {tls !== null && tls.origin === null && <p>{t.off}</p>}
        {tls?.origin === "own" && <p>{t.own}</p>}
        {tls?.fingerprint != null && <Steps fingerprint={tls.fingerprint} />}
        {tls?.httpsPort != null && <Check port={tls.httpsPort} />}
      </section>
    </AccessFrame>
  );
}

function Steps({ fingerprint }: { readonly fingerprint: NonNullable<Tls["fingerprint"]> }) {
  const t = useTrustWords();
  const own = deviceOf(navigator);
  return (
    <>
      <h2>{t.compare}</h2>
      <p>{t.compareLead}</p>
      <ol class="trust-words">
        {fingerprint.words.split(" ").map((word, i) => (
          <li key={`${i}:${word}`}>{word}</li>
        ))}
      </ol>
      <details>
        <summary>{t.hex}</summary>
        <code class="trust-hex">{fingerprint.hex.replaceAll(":", " ")}</code>
      </details>
      <h2>{t.download}</h2>
      <p>{t.downloadLead}</p>
      <p>
        <a class="act" href="/api/v1/tls/ca.crt" download>
          {t.file}
        </a>
      </p>
      <h2>{t.install}</h2>
      {DEVICES.map((device) => (
        <details class="trust-device" key={device} name="device" open={device === own}>
          <summary>{t.devices[device].name}</summary>
          <ol>
            {t.devices[device].steps.map(({ say, sketch }) => (
              <li key={say}>
                <p>{say}</p>
                {sketch !== null && <StepSketch sketch={sketch} />}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

/** The same server under HTTPS, by the name that this page was found under. */
function Check({ port }: { readonly port: number }) {
  const t = useTrustWords();
  const address = `https://${location.hostname}:${port}/`;
  return (
    <>
      <h2>{t.done}</h2>
      <p>{t.doneLead}</p>
      <p>
        <a href={address}>{t.open(address)}</a>
      </p>
    </>
  );
}

function useTls(): Tls | null {
  const [tls, setTls] = useState<Tls | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    fetch("/api/v1/tls", { signal: asking.signal })
      .then((response) => response.json())
      .then((answer: Tls) => setTls(answer))
      // The page says nothing of what it does not know; it is read again when it is opened again.
      .catch(() => undefined);
    return () => asking.abort();
  }, []);
  return tls;
}
