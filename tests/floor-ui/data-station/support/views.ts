import type { ActAnswer, BundleCard, OpenBundle, OperationCard, StationView } from "@trame/shared";

export const PLEAT: OperationCard = {
  code: "PLI",
  label: { fr: "Plis" },
  picture: { pictogram: "pleat" },
  countedBy: "scan",
};

export function cardOf(over: Partial<BundleCard> & Pick<BundleCard, "code">): BundleCard {
  return {
    orderId: "2026-118",
    styleId: "masque",
    styleName: "Masque",
    photo: null,
    size: "M",
    colour: "Marine",
    swatch: "#1f3a6e",
    pattern: "plain",
    shade: 3,
    part: null,
    pieces: 50,
    rework: 0,
    next: ["PLI"],
    openAt: null,
    isOutside: false,
    ...over,
  } as BundleCard;
}

export function openOf(over: Partial<OpenBundle> & Pick<OpenBundle, "code">): OpenBundle {
  return {
    ...cardOf(over),
    openAt: "S01",
    scanKey: "scan-key",
    operation: PLEAT,
    finished: 0,
    openedAt: 1000,
    assignmentId: null,
    machinePieces: null,
    corrected: 0,
    isCarriedOver: false,
    ...over,
  };
}

export function viewOf(over: Partial<StationView> = {}): StationView {
  return {
    serverTime: 1000,
    clock: 1,
    station: { id: "S01", name: "Poste 1", lineId: "L1", operation: "Plis", hasCounter: false },
    present: [],
    open: [],
    next: null,
    lineBundles: [],
    defects: [],
    myDay: true,
    undoMinutes: 10,
    ...over,
  };
}

export function personOf(assignmentId: string, dayPieces = 0, since = 500) {
  const mode = {
    simple: false,
    contrast: false,
    largeText: false,
    sound: false,
    speech: false,
    oneSwitch: false,
    leftHanded: false,
  };
  return { assignmentId, pseudonym: "Fleur", pictogram: null, since, mode, dayPieces };
}

export function answerOf(over: Partial<ActAnswer> = {}): ActAnswer {
  return {
    accepted: true,
    code: "scan-accepted",
    message: "C'est bon.",
    conflict: null,
    isClockOff: false,
    bundle: null,
    operation: null,
    newCodes: [],
    ...over,
  };
}
