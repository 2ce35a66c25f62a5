import { isDeviceId, OPERATION_PICTOGRAMS } from "@trame/shared";
import {
  type Check,
  checkFields,
  checkForm,
  checkInteger,
  checkList,
  checkNullable,
  checkNumber,
  checkText,
  checkYesOrNo,
} from "./checks.ts";

const checkId = checkForm(/^[A-Za-z0-9._:-]{1,48}$/, "S01");
const checkTime = checkForm(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "08:00");
const checkTargets = checkList(checkInteger(1, 1_000_000), 1);
const checkPieces = checkInteger(1, 10_000_000);
const checkWords = checkFields({ fr: checkText }, { en: checkText });

const checkShare: Check = (value, place) => {
  const share = checkNumber(0, 1);
  const [from, to] = Array.isArray(value) ? value : [];
  const isShare = [from, to].every((each) => share(each, place).length === 0) && from < to;
  return isShare ? [] : [`${place} : une part du poste comme [0, 0.5] est attendue.`];
};

const checkOperation = checkFields(
  {
    id: checkId,
    name: checkText,
    standardMinutes: checkNumber(0.02, 240),
    stitchesPerPiece: checkInteger(1, 1_000_000),
    minStitches: checkInteger(0, 1_000_000),
    trimsPerPiece: checkInteger(1, 1_000),
    stitchesPerBobbin: checkNullable(checkInteger(100, 10_000_000)),
  },
  {
    style: checkId,
    after: checkList(checkId, 0),
    part: checkId,
    joins: checkList(checkId, 1),
    countedBy: checkForm(/^(?:machine|scan)$/, "scan"),
    machine: checkText,
    pictogram: checkForm(new RegExp(`^(?:${OPERATION_PICTOGRAMS.join("|")})$`), "overlock"),
    english: checkText,
    partner: checkText,
    inspects: checkYesOrNo,
  },
);

const checkMode = checkFields(
  {},
  Object.fromEntries(
    ["simple", "contrast", "largeText", "sound", "speech", "oneSwitch", "leftHanded"].map(
      (name) => [name, checkYesOrNo],
    ),
  ),
);

const checkStyle = checkFields(
  {
    id: checkId,
    name: checkText,
    sizes: checkList(checkText, 1),
    colours: checkList(
      checkFields({ name: checkText, pattern: checkText }, { swatch: checkText }),
      1,
    ),
  },
  { parts: checkList(checkFields({ code: checkId, label: checkWords }), 1) },
);

const checkOrder = checkFields(
  {
    customer: checkText,
    dueInDays: checkInteger(0, 365),
    styles: checkList(
      checkFields(
        {
          style: checkId,
          lots: checkList(
            checkFields({
              size: checkText,
              colour: checkText,
              shade: checkInteger(1, 9_999),
              pieces: checkPieces,
            }),
            1,
          ),
        },
        { perKit: checkInteger(1, 1_000) },
      ),
      1,
    ),
  },
  { kits: checkPieces },
);

/** Looks at each field of a scenario by itself. */
export const checkScenario = checkFields(
  {
    id: checkId,
    title: checkText,
    story: checkText,
    workshop: checkFields({ name: checkText, timeZone: checkZone }),
    shift: checkFields({
      days: checkList(checkInteger(1, 7), 1),
      from: checkTime,
      to: checkTime,
      breaks: checkList(checkFields({ from: checkTime, to: checkTime }), 0),
    }),
    targets: checkTargets,
    learning: checkFields({
      ratio: checkNumber(0.5, 1),
      standardAfterPieces: checkInteger(1, 10_000_000),
      piecesPerWeek: checkInteger(0, 1_000_000),
    }),
    operations: checkList(checkOperation, 1),
    stations: checkList(
      checkFields(
        { id: checkId, name: checkText, operation: checkId },
        { device: checkDevice, line: checkText },
      ),
      1,
    ),
    people: checkList(
      checkFields(
        { pseudonym: checkText, station: checkId, present: checkShare },
        { mode: checkMode },
      ),
      1,
    ),
    flow: checkFields(
      { waitingAtStart: checkInteger(0, 100_000), packet: checkInteger(1, 1_000) },
      {
        leftOpen: checkList(checkId, 0),
        outside: checkFields({ packets: checkInteger(1, 500), minutes: checkNumber(1, 10_000) }),
      },
    ),
    chance: checkFields({
      threadBreaksPer10000Stitches: checkNumber(0, 100),
      minutesBetweenPauses: checkNumber(1, 100_000),
      hoursBetweenFaults: checkNumber(0.1, 100_000),
    }),
    incidents: checkList(
      checkFields({
        station: checkId,
        kind: checkForm(/^(?:starved|fault|power-cut|offline|doubt|support|slow)$/, "fault"),
        afterMinutes: checkNumber(0, 1_440),
        minutes: checkNumber(0.1, 1_440),
      }),
      0,
    ),
  },
  {
    others: checkList(
      checkFields(
        { pseudonym: checkText, operations: checkList(checkId, 1) },
        { isAbsent: checkYesOrNo },
      ),
      0,
    ),
    thresholds: checkList(
      checkFields(
        { operation: checkId },
        { waitMinutes: checkNumber(0.1, 1_440), explainMinutes: checkNumber(0.1, 1_440) },
      ),
      0,
    ),
    styles: checkList(checkStyle, 1),
    orders: checkList(checkOrder, 1),
    lines: checkList(checkFields({ name: checkText, style: checkId, targets: checkTargets }), 1),
  },
);

function checkZone(value: unknown, place: string): string[] {
  try {
    new Intl.DateTimeFormat("fr", { timeZone: String(value) });
    return [];
  } catch {
    return [`${place} : un fuseau comme « Europe/Paris » est attendu.`];
  }
}

function checkDevice(value: unknown, place: string): string[] {
  const isDevice = typeof value === "string" && isDeviceId(value);
  return isDevice ? [] : [`${place} : un identifiant de compteur comme « sim-01 » est attendu.`];
}
