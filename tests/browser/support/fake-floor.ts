import type {
  ActAnswer,
  BundleCard,
  OpenBundle,
  OperationCard,
  OperatorMode,
  Present,
  StationCall,
  StationView,
} from "@trame/shared";
import { formatCode, parseCode } from "@trame/shared";
import type { FakeApi } from "./fake-server.ts";
import { at } from "./rows.ts";

/** The key of the tablet's link. */
export const STATION_KEY = "station-key-0123456789abcdef";

const PLAIN: OperatorMode = {
  simple: false,
  contrast: false,
  largeText: false,
  sound: false,
  speech: false,
  oneSwitch: false,
  leftHanded: false,
};

export const PLEATS: OperationCard = {
  code: "40",
  label: { fr: "Plis", en: "Pleats" },
  picture: { pictogram: "pleat" },
  countedBy: "machine",
};
const EDGES: OperationCard = {
  code: "10",
  label: { fr: "Surjet des bords", en: "Edges" },
  picture: { pictogram: "overlock" },
  countedBy: "machine",
};

/** `118-117-K` for 117. */
function codeOf(bundle: number): string {
  return formatCode({ order: 118, bundle });
}

/** Somebody who is there, as `Fleur` is. */
export function person(mode: Partial<OperatorMode> = {}, over: Partial<Present> = {}): Present {
  return {
    assignmentId: "assignment-fleur",
    pseudonym: "Fleur",
    pictogram: "flower",
    since: at("08:00"),
    mode: { ...PLAIN, ...mode },
    dayPieces: 187,
    ...over,
  };
}

/** 50 blue pieces of size M. */
export function card(bundle: number, over: Partial<BundleCard> = {}): BundleCard {
  return {
    code: codeOf(bundle),
    orderId: "2026-118",
    styleId: "masque",
    styleName: "Masque",
    photo: null,
    size: "M",
    colour: "Bleu",
    swatch: "#2b59b4",
    pattern: "rising",
    shade: 1,
    part: null,
    pieces: 50,
    rework: 0,
    next: ["40"],
    openAt: null,
    isOutside: false,
    ...over,
  };
}

/** The same, open here, 37 pieces made by the machine. */
export function opened(bundle: number, over: Partial<OpenBundle> = {}): OpenBundle {
  return {
    ...card(bundle),
    openAt: "S05",
    scanKey: `scan-${bundle}-of-before`,
    operation: PLEATS,
    earlier: [EDGES],
    finished: 0,
    openedAt: at("11:00"),
    assignmentId: "assignment-fleur",
    machinePieces: 37,
    corrected: 0,
    isCarriedOver: false,
    ...over,
  };
}

/** Station 5, Fleur there, nothing open, bundle 118 waits. */
export function stationView(over: Partial<StationView> = {}): StationView {
  return {
    serverTime: Date.now(),
    clock: 1,
    station: { id: "S05", name: "Poste 5", lineId: "L1", operation: "Plis", hasCounter: true },
    present: [person()],
    open: [],
    next: card(118),
    lineBundles: [card(117), card(118), card(119)],
    defects: [
      { code: "point-saute", label: { fr: "Point sauté", en: "Skipped stitch" } },
      { code: "couture-ouverte", label: { fr: "Couture ouverte", en: "Open seam" } },
      { code: "tache", label: { fr: "Tache", en: "Stain" } },
      { code: "fronces", label: { fr: "Fronces", en: "Puckering" } },
      { code: "trou", label: { fr: "Trou", en: "Hole" } },
    ],
    myDay: true,
    undoMinutes: 10,
    ...over,
  };
}

/** A tablet is nobody but its station. */
const NOBODY_SIGNED_IN = {
  ...{ kind: "anonymous", role: null, name: null, permissions: [] },
  ...{ setupNeeded: false, secure: true },
};
/** Answered whatever the key; null: as the made-up server does. */
const ALWAYS: Readonly<Record<string, ReturnType<FakeApi>>> = {
  "/api/v1/health": null,
  "/api/v1/me": { status: 200, json: NOBODY_SIGNED_IN },
};

type Body = Record<string, unknown>;
type Acted = ActAnswer & { readonly assignmentId?: string };

/** A made-up floor with one station: it opens and closes bundles, and says what a test wants it to say. */
export interface FakeFloor {
  view: StationView;
  /** Acts that arrived, as `path body`, each key once. */
  readonly acts: { readonly path: string; readonly body: Body }[];
  /** What it answers to the next act, whatever that is. */
  say(answer: Partial<ActAnswer>): void;
  readonly api: FakeApi;
}

export function createFakeFloor(first: StationView = stationView()): FakeFloor {
  const acts: FakeFloor["acts"] = [];
  const answers = new Map<unknown, Acted>();
  let said: Partial<ActAnswer> | null = null;
  const floor: FakeFloor = {
    view: first,
    acts,
    say(answer) {
      said = answer;
    },
    api({ method, path, key, body }) {
      if (!path.startsWith("/api/v1/")) return null;
      if (path in ALWAYS) return ALWAYS[path] ?? null;
      if (key !== STATION_KEY) return { status: 401, json: { code: "token-wrong", message: "" } };
      if (method === "GET") return { status: 200, json: { ...floor.view, serverTime: Date.now() } };
      const known = answers.get(body["key"]);
      const answer = known ?? act(path, body);
      answers.set(body["key"], answer);
      return { status: answer.accepted ? 200 : 409, json: answer };
    },
  };

  function act(path: string, body: Body): Acted {
    acts.push({ path, body });
    const given = said;
    said = null;
    const done = given?.accepted === false ? answerOf({}) : perform(path, body);
    return { ...done, ...given };
  }

  function perform(path: string, body: Body): Acted {
    switch (path) {
      case "/api/v1/scans":
        return scan(String(body["code"]), String(body["key"]));
      case "/api/v1/finishes":
        return finish(String(body["code"]));
      case "/api/v1/badges":
        return badge(body);
      case "/api/v1/undos":
        floor.view = { ...floor.view, open: [], calls: withoutCall(body["undoes"]) };
        return answerOf({ code: "undo-accepted", message: "C’est annulé." });
      case "/api/v1/calls":
        return call(body);
      case "/api/v1/splits":
        return answerOf({
          code: "split-accepted",
          message: "Paquet partagé.",
          newCodes: [codeOf(241)],
        });
      default:
        floor.view = { ...floor.view, calls: withoutCall(path.split("/").at(-2)) };
        return answerOf({ code: "accepted", message: "C’est noté." });
    }
  }

  function withoutCall(key: unknown) {
    return (floor.view.calls ?? []).filter((each) => each.key !== key);
  }

  function call(body: Body): Acted {
    const { key, call: kind } = body as unknown as Pick<StationCall, "key" | "call">;
    const made: StationCall = { key, call: kind, at: Date.now(), takenAt: null };
    floor.view = { ...floor.view, calls: [...(floor.view.calls ?? []), made] };
    return answerOf({ code: "call-accepted", message: "L’appel est parti." });
  }

  function scan(text: string, key: string): Acted {
    const parsed = parseCode(text);
    const code = parsed.ok ? formatCode(parsed) : text;
    const bundle = floor.view.lineBundles.find((other) => other.code === code);
    if (bundle === undefined) {
      return answerOf({
        accepted: false,
        code: "scan-unknown",
        message: `Aucun paquet ne porte le code ${text}. Relisez le ticket, ou tapez son code.`,
      });
    }
    const open = opened(1, { ...bundle, scanKey: key, machinePieces: 0 });
    floor.view = {
      ...floor.view,
      open: [open, ...floor.view.open.filter((other) => other.code !== code)],
    };
    return answerOf({
      message: `Paquet accepté — ${bundle.pieces} pièces, taille ${bundle.size}, bleu.`,
      bundle,
      operation: PLEATS,
    });
  }

  function finish(text: string): Acted {
    const parsed = parseCode(text);
    const code = parsed.ok ? formatCode(parsed) : text;
    floor.view = { ...floor.view, open: floor.view.open.filter((other) => other.code !== code) };
    return answerOf({ code: "finish-accepted", message: "Paquet terminé." });
  }

  function badge(body: Body): Acted {
    const isIn = body["direction"] === "in";
    const others = floor.view.present.filter((who) => who.assignmentId !== body["assignmentId"]);
    const present = isIn ? [...others, person()] : others;
    floor.view = { ...floor.view, present };
    const message = isIn ? "Bonjour Fleur." : "Au revoir.";
    const assignmentId = "assignment-fleur";
    return { ...answerOf({ code: "badge-in-accepted", message }), assignmentId };
  }

  return floor;
}

function answerOf(over: Partial<ActAnswer>): ActAnswer {
  return {
    accepted: true,
    code: "scan-accepted",
    message: "",
    conflict: null,
    isClockOff: false,
    bundle: null,
    operation: null,
    newCodes: [],
    ...over,
  };
}
