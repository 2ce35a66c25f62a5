import type { AccessState, PairedScreen } from "../store/access/access-rows.ts";
import { type Answer, done, no, oneRefusal, tooSoon } from "./answers.ts";
import { createPairings, type Pairing, type Pairings } from "./pairings.ts";
import type { Parts } from "./parts.ts";
import { createId, createToken, digestOf } from "./secrets.ts";
import { createSeenScreens } from "./seen-screens.ts";

/** What a screen is accepted as. */
export interface Accepted {
  readonly code: string;
  readonly name: string;
  /** Of a tablet; null for a wall. */
  readonly stationId: string | null;
  /** Of whoever accepts, remote address. */
  readonly terminal: string;
}

/** What a screen that was accepted gets: a wall for its cookie, a tablet as its station's key. */
export interface Handed {
  readonly screen: PairedScreen;
  readonly token: string;
}

/** Walls and tablets of stations. */
export interface ScreenDesk {
  all(): PairedScreen[];
  /** A screen asks to be let in. */
  open(asked: Pick<Pairing, "kind" | "terminal">): Answer<{ pairing: Pairing; secret: string }>;
  /** Somebody looks whether the code they read is one. */
  look(code: string, terminal: string): Answer<Pairing>;
  accept(accepted: Accepted): Promise<Answer<PairedScreen>>;
  /** null: nobody has accepted it yet. An answer that was lost is asked for again ([AC12]). */
  claim(secret: string): Promise<Answer<Handed | null>>;
  remove(id: string): Promise<Answer<null>>;
  /** Which one it is; being asked for is being seen. */
  of(token: string): PairedScreen | null;
  /** Whether it is of a screen that somebody took out. */
  isRemoved(token: string): boolean;
  /** A screen is connected until what is answered is called. */
  watch(id: string): () => void;
  sweep(): void;
}

export function createScreenDesk(
  parts: Parts,
  { screens: stored, removedScreens }: Pick<AccessState, "screens" | "removedScreens">,
): ScreenDesk {
  const { store, now, throttle, revocations } = parts;
  const known = createKnown(stored);
  const seen = createSeenScreens(parts, stored);
  const removed = new Set(removedScreens);
  const pairings = createPairings(now);

  function look(code: string, terminal: string): Answer<Pairing> {
    const begun = throttle.begin({ target: "pairing", terminal });
    if (!begun.ok) return tooSoon(begun.waitMs);
    const pairing = pairings.byCode(code);
    if (pairing === null) return no("pairing-unknown");
    begun.attempt.succeeded();
    return done(pairing);
  }

  return {
    all: () => known.all().map((screen) => ({ ...screen, seenAt: seen.of(screen) })),
    of(token) {
      const screen = known.of(token);
      if (screen !== null) seen.note(screen.id);
      return screen;
    },
    isRemoved: (token) => removed.has(digestOf(token)),
    watch: seen.watch,
    sweep: seen.sweep,
    open: pairings.open,
    look,
    accept: createAccepting({ parts, known, pairings, look }),
    async claim(secret) {
      const pairing = pairings.bySecret(secret);
      if (pairing === null) return no("pairing-unknown");
      const screen = known.find(pairing.screenId);
      if (screen === null) return done(null);
      const token = createToken();
      const handed = { ...screen, digest: digestOf(token) };
      await store.handToScreen(screen.id, handed.digest);
      known.put(handed);
      return done({ screen: handed, token });
    },
    async remove(id) {
      const written = oneRefusal(await store.removeScreen(id, now()));
      if (!written.ok) return written;
      const digest = known.find(id)?.digest ?? null;
      if (digest !== null) removed.add(digest);
      known.drop(id);
      pairings.drop(id);
      revocations.tell([id]);
      return written;
    },
  };
}

interface Accepting {
  readonly parts: Parts;
  readonly known: ReturnType<typeof createKnown>;
  readonly pairings: Pairings;
  readonly look: ScreenDesk["look"];
}

function createAccepting({ parts, known, pairings, look }: Accepting): ScreenDesk["accept"] {
  const { store, now } = parts;
  return async ({ code, name, stationId, terminal }) => {
    const found = look(code, terminal);
    if (!found.ok) return found;
    const { kind, screenId } = found.value;
    if (screenId !== null) return no("pairing-accepted");
    const about = {
      kind,
      name: name.trim(),
      stationId,
      digest: null,
      pairedAt: now(),
      seenAt: null,
    };
    const screen: PairedScreen = { id: createId(), ...about };
    // Two people who accept it at once make one screen of it.
    pairings.accept(found.value, screen.id);
    const written = (await isPlaced(parts, screen))
      ? oneRefusal(await store.acceptScreen(screen, now()))
      : no("pairing-station", { path: "/stationId" });
    if (!written.ok) {
      pairings.accept(found.value, null);
      return written;
    }
    known.put(screen);
    return done(screen);
  };
}

/** The screens in memory, as the store last had them. */
function createKnown(stored: readonly PairedScreen[]) {
  const byId = new Map<string, PairedScreen>();
  const byDigest = new Map<string, PairedScreen>();
  function drop(id: string): void {
    const digest = byId.get(id)?.digest;
    if (typeof digest === "string") byDigest.delete(digest);
    byId.delete(id);
  }
  function put(screen: PairedScreen): void {
    drop(screen.id);
    byId.set(screen.id, screen);
    if (screen.digest !== null) byDigest.set(screen.digest, screen);
  }
  for (const screen of stored) put(screen);
  return {
    all: () => [...byId.values()],
    find: (id: string | null) => byId.get(id ?? "") ?? null,
    of: (token: string) => byDigest.get(digestOf(token)) ?? null,
    put,
    drop,
  };
}

/** A tablet has a station of the plan, a wall has none. */
async function isPlaced(
  { store, now }: Parts,
  { kind, stationId }: Pick<PairedScreen, "kind" | "stationId">,
): Promise<boolean> {
  if (kind === "wall") return stationId === null;
  const plans = await store.plans();
  const plan = plans.findLast(({ from }) => from <= now())?.plan;
  const stations = (plan?.lines ?? []).flatMap((line) => line.stations);
  return stations.some(({ id }) => id === stationId);
}
