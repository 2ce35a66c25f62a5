import { CAUSES, type Cause } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";

/** A workshop seldom changes what it calls its stops. */
const EVERY_MS = 5 * 60_000;

/** The causes of stops as the workshop names them; the usual ones until the server has said. */
export function useCauses(): readonly Cause[] {
  const [causes, setCauses] = useState<readonly Cause[]>(CAUSES);
  useEffect(() => {
    let isOpen = true;
    async function ask(): Promise<void> {
      const answer = await readCauses();
      if (isOpen && answer !== null) setCauses(answer);
    }
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, []);
  return causes;
}

/** null when nobody answers, or not with causes: what was known holds. */
async function readCauses(): Promise<readonly Cause[] | null> {
  try {
    const response = await fetch("/api/v1/causes");
    if (!response.ok) return null;
    const { causes } = (await response.json()) as { readonly causes?: readonly Cause[] };
    return causes ?? null;
  } catch {
    return null;
  }
}
