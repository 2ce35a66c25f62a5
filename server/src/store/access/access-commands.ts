import { type Answer, refused } from "../catalogue/answer.ts";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import type { AccessState, ApiKey, PairedScreen, Session } from "./access-rows.ts";
import { createAccountCommands } from "./account-commands.ts";
import { createAccounts } from "./accounts.ts";
import { createLetIn, type SeenScreen, type Used } from "./let-in.ts";
import { createPins } from "./pins.ts";
import { createSessions, type Seen } from "./sessions.ts";

/** Names of the commands, which the writer's thread answers. */
export const ACCESS_COMMANDS: readonly (keyof ReturnType<typeof createAccessCommands>)[] = [
  "acceptScreen",
  "addAccount",
  "addApiKey",
  "addFirstAccount",
  "addSession",
  "changeAccount",
  "endSessions",
  "handToScreen",
  "pinOf",
  "putPin",
  "readAccess",
  "removeAccount",
  "removeApiKey",
  "removePin",
  "removeScreen",
  "renewPassword",
  "sealTotp",
  "seeScreens",
  "seeSessions",
  "useApiKeys",
  "useTotp",
];

const KEYS_MAX = 200;
const SCREENS_MAX = 1_000;

/**
 * Who was let in. What people decide here moves the log's clock and leaves a fact, as all that they change does; that somebody
 * is signed in is neither a fact nor news for any screen, and does not. `now` is UTC ms.
 */
export function createAccessCommands(modules: Modules) {
  const { sqlite } = modules;
  const sessions = createSessions(sqlite);
  const letIn = createLetIn(sqlite);
  const accounts = createAccounts(sqlite);
  const quietly = <Result>(work: () => Result): Result => sqlite.transaction(work).immediate();

  return {
    ...createAccountCommands(modules),
    ...createLetInCommands(modules),
    ...createPinCommands(modules),
    readAccess: (): AccessState => ({
      accounts: accounts.all(),
      sessions: sessions.all(),
      apiKeys: letIn.keys.all(),
      screens: letIn.screens.all(),
      removedScreens: letIn.screens.removed(),
    }),
    /** False when its account was disabled, deleted or given another password since `passwordAt`. */
    addSession: (session: Session, passwordAt: number): boolean =>
      quietly(() => sessions.add(session, passwordAt)),
    seeSessions: (seen: readonly Seen[]): void => quietly(() => sessions.see(seen)),
    endSessions: (ids: readonly string[]): void => quietly(() => sessions.end(ids)),
    useApiKeys: (used: readonly Used[]): void => quietly(() => letIn.keys.use(used)),
    seeScreens: (seen: readonly SeenScreen[]): void => quietly(() => letIn.screens.see(seen)),
    /** The screen has fetched what it is known by; what it had before is of no use any more. */
    handToScreen: (id: string, digest: string): void =>
      quietly(() => letIn.screens.hand(id, digest)),
  };
}

/** Programs and screens, which somebody lets in and takes out. */
function createLetInCommands({ facts, sqlite, transact }: Modules) {
  const { keys, screens } = createLetIn(sqlite);
  return {
    addApiKey(key: ApiKey, now: number): Answer<null> {
      if (keys.all().length >= KEYS_MAX) return refused({ code: "api-keys-full" });
      return transact(() => {
        keys.add(key);
        const { id: subject, permissions, expiresAt } = key;
        const after = { permissions, expiresAt };
        noteChange(facts, { what: "api-key", subject, before: null, after }, now);
        return { ok: true, value: null };
      });
    },
    removeApiKey(id: string, now: number): Answer<null> {
      const key = keys.find(id);
      if (key === null) return refused({ code: "api-key-unknown" });
      return transact(() => {
        keys.remove(id);
        const { permissions, expiresAt } = key;
        const before = { permissions, expiresAt };
        noteChange(facts, { what: "api-key", subject: id, before, after: null }, now);
        return { ok: true, value: null };
      });
    },
    acceptScreen(screen: PairedScreen, now: number): Answer<null> {
      if (screens.all().length >= SCREENS_MAX) return refused({ code: "screens-full" });
      return transact(() => {
        screens.add(screen);
        const { id: subject, kind, stationId } = screen;
        const after = { kind, stationId };
        noteChange(facts, { what: "screen", subject, before: null, after }, now);
        return { ok: true, value: null };
      });
    },
    removeScreen(id: string, now: number): Answer<null> {
      const screen = screens.find(id);
      if (screen === null) return refused({ code: "screen-unknown" });
      return transact(() => {
        screens.remove(id, now);
        const { kind, stationId } = screen;
        const before = { kind, stationId };
        noteChange(facts, { what: "screen", subject: id, before, after: null }, now);
        return { ok: true, value: null };
      });
    },
  };
}

/** Whose it is stays out of the journal, as with all that is of people. */
function createPinCommands({ catalogue, facts, sqlite, transact }: Modules) {
  const pins = createPins(sqlite);
  const note = (now: number): void =>
    noteChange(facts, { what: "pin", subject: null, before: null, after: null }, now);
  return {
    pinOf: (operatorId: string): string | null => pins.of(operatorId),
    /** @param hash as it is stored */
    putPin(operatorId: string, hash: string, now: number): Answer<null> {
      if (catalogue.operators.find(operatorId) === null)
        return refused({ code: "operator-unknown", blanks: { id: operatorId } });
      return transact(() => {
        pins.put(operatorId, hash, now);
        note(now);
        return { ok: true, value: null };
      });
    },
    /** False where there was none. */
    removePin: (operatorId: string, now: number): boolean =>
      transact(() => {
        const isRemoved = pins.remove(operatorId);
        if (isRemoved) note(now);
        return isRemoved;
      }),
  };
}
