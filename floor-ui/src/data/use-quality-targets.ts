import { QUALITY_TARGETS, type QualityTargets } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";

/** A workshop seldom changes its targets. */
const EVERY_MS = 5 * 60_000;

/** From when on quality is on target, as the workshop set it; the usual targets until the server has said. */
export function useQualityTargets(): QualityTargets {
  const [targets, setTargets] = useState(QUALITY_TARGETS);
  useEffect(() => {
    let isOpen = true;
    async function ask(): Promise<void> {
      const answer = await readTargets();
      if (isOpen && answer !== null) setTargets(answer);
    }
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, []);
  return targets;
}

/** null when nobody answers, or not with targets: what was known holds. */
async function readTargets(): Promise<QualityTargets | null> {
  try {
    const response = await fetch("/api/v1/settings/quality");
    if (!response.ok) return null;
    const { mostDhu, leastFirstPass } = (await response.json()) as Partial<QualityTargets>;
    if (typeof mostDhu !== "number" || typeof leastFirstPass !== "number") return null;
    return { mostDhu, leastFirstPass };
  } catch {
    return null;
  }
}
