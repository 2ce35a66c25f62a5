import { accessEn } from "./access-en.ts";
import { backupsEn } from "./backups-en.ts";
import { balanceEn } from "./balance-en.ts";
import { catalogueEn } from "./catalogue-en.ts";
import type { RefusalCode } from "./codes.ts";
import { exportsEn } from "./exports-en.ts";
import { floorEn } from "./floor-en.ts";
import { importsEn } from "./imports-en.ts";
import { ordersDeskEn } from "./orders-desk-en.ts";
import { paperEn } from "./paper-en.ts";
import { peopleEn } from "./people-en.ts";
import { privacyEn } from "./privacy-en.ts";
import { settingsEn } from "./settings-en.ts";
import { supervisionEn } from "./supervision-en.ts";

/** English: the sentences of `fr.ts`, one for one. */
export const en = {
  "body-not-json":
    "What was sent is not JSON: look at line {line}, column {column}, and just before it.",
  "request-malformed": "The request is malformed.",
  "token-missing":
    "Sign in to do this. A program gives its key in the header “Authorization: Bearer …”.",
  "token-wrong": "This key is not the right one, or is of no use any more.",
  "not-allowed": "Your account does not allow this. Ask whoever manages access.",
  "authority-none":
    "This server has nothing to be trusted for: HTTPS is off, or the certificate is the workshop's own.",
  "counter-absent": "No plan names this counter: admit it first.",
  "host-unknown":
    "This server does not go by this name. Open it by its address, or add the name to TRAME_NAMES.",
  "origin-foreign": "This page does not come from this server: it may not connect to it.",
  "route-unknown": "There is nothing at this address: the list is at /api/docs.",
  "screens-missing": "The screens have not been built: run “npm run build”.",
  "plan-none": "No plan is in force at that moment: send one with PUT /api/v1/plan.",
  "suspect-unknown": "This jump is not, or no longer, to be checked: read the list again.",
  "quarantine-unknown": "There is no message set aside under this number.",
  "quarantine-closed": "This message has already been released or dismissed.",
  "quarantine-unreadable":
    "This message can’t be released: it is still unreadable, or its place is taken. Dismiss it.",
  "body-too-large": "What was sent is too large.",
  "body-type-unsupported": "JSON is needed: add the header “Content-Type: application/json”.",
  "upgrade-required": "This address is read through a WebSocket.",
  "plan-invalid": "The plan was not taken: {count|thing|things} to mend.",
  "moment-invalid":
    "“{value}” is not a moment: write it with its offset, like 2026-11-23T06:00:00Z or 2026-11-23T07:00:00+01:00.",
  "page-unknown": "That page does not exist. Begin again with the first one.",
  "day-gone": "Figures of before {first} are kept no longer.",
  "day-invalid": "“{value}” is not a day: write it like 2026-11-23.",
  internal: "The server could not do it; its log says why.",
  "store-silent": "The database does not answer: look at the disk and the server’s log.",
  "disk-failing":
    "The server’s disk refuses what is written: is it full? Until then the counters keep their pieces.",

  "value-missing": "“{name}” is missing.",
  "value-unknown": "There is no “{name}” here: take it out or correct its name.",
  "value-not-text": "A text in quotes is needed here.",
  "value-not-number": "A number without quotes is needed here.",
  "value-not-whole": "A whole number without quotes is needed here.",
  "value-not-list": "A list in brackets is needed here.",
  "value-not-object": "An object in braces is needed here.",
  "value-not-allowed": "This value is none of those possible here.",
  "value-not-among": "This value is not possible here: write {values}.",
  "text-too-short": "This text is too short: at least {limit|character|characters}.",
  "text-too-long": "This text is too long: at most {limit} characters.",
  "text-malformed": "This text does not have the form expected.",
  "id-malformed": "An id has only letters without accents, digits and . _ : - (no space).",
  "key-malformed":
    "A key has only letters without accents, digits and . _ : - (no space), and does not begin with event: or cut:; draw it at random.",
  "time-malformed": "A time is written with four digits, from 00:00 to 23:59, like 08:00.",
  "counter-malformed": "A counter’s channel is written C1, C2 … up to C8.",
  "topic-malformed":
    "An MQTT topic has only letters without accents, digits and . _ : -, in at most fourteen levels parted by /.",
  "number-too-small": "This number is too small: at least {limit}.",
  "number-too-large": "This number is too large: at most {limit}.",
  "ratio-too-large":
    "This number is too large: at most {limit}. It is no percentage: write 0.8 for 80 %.",
  "number-not-above": "This number must be greater than {limit}.",
  "list-too-short": "This list is too short: at least {limit|item|items}.",
  "list-too-long": "This list is too long: at most {limit} items.",

  "id-duplicate": "This id is used twice: each must be unique.",
  "zone-unknown": "This time zone is unknown: write for example Europe/Paris.",
  "shifts-overlap": "This shift overlaps another one on the same day: keep them apart.",
  "break-outside-shift": "This break leaves its shift: bring it between its beginning and its end.",
  "day-duplicate": "The same day is written twice in this shift.",
  "exception-day-invalid": "This exceptional day does not exist: write it like 2026-12-24.",
  "exception-duplicate": "This exceptional day is written twice: keep one of the two lines.",
  "exception-overlaps":
    "These exceptional hours overlap those of the day before or after: keep them apart, or write that day as an exception too.",
  "device-unknown": "This counter is not in the plan’s list “devices”: add it there.",
  "counter-taken": "This channel of this counter already belongs to another station.",
  "counter-unknown":
    'This counter speaks on channel C1 only: take “counter” out, or write "make": "tasmota" for a counter with several channels.',
  "topic-taken": "Another counter already has this MQTT topic, or the beginning of it.",
  "spot-incomplete":
    "A station’s spot needs “row” and “column”: add the one that is missing, or take the other out.",
  "spot-taken": "Another station of the line is on this spot already: change “row” or “column”.",
  "threshold-duplicate": "This operation has a threshold already: keep one of the two lines.",
  "threshold-empty":
    "This threshold sets nothing: add “waitMinutes” or “explainMinutes”, or take it out.",
  "threshold-unknown":
    "No station of the plan has this operation as its “operation”: write it as the station names it.",

  "not-json": "The message is not JSON that can be read.",
  "boot-invalid":
    "The field “boot” is missing or is not 8 hex digits: check the counter’s program.",
  "up-invalid":
    "The field “up” is missing or is not a whole number of milliseconds: check the counter’s program.",
  "list-invalid":
    "The list of readings is missing, empty or longer than 200: check the counter’s program.",
  "status-invalid":
    "The counter’s status can’t be read: JSON with “online” set to true or false is needed.",
  "quarantine-full":
    "1,000 messages of this counter have been set aside already: those that follow are only counted here. Check its program, then dismiss them.",
  "field-missing": "This reading lacks a field that it must have.",
  "field-invalid": "A field of this reading does not have a possible value.",
  "button-missing": "This press does not tell which button: “button” is missing.",
  "button-unknown":
    "This press is of an unknown button: it must be mechanic, material, quality, supervisor or help.",
  "total-too-large": "A total is over 4,294,967,295: the counter is mistaken.",
  "seq-fell": "The number of this reading does not follow the one before it in the same message.",
  "up-fell": "This reading says that it is older than the one before it.",
  "up-after-message": "This reading says that it is younger than the message that carries it.",
  "key-conflict":
    "Another reading has this number already: two counters may have the same name, or this one restarted without saying so.",
  "sample-sealed":
    "This reading came so late that those of its day have been deleted: its pieces are in the counter's total already.",
  "plan-sealed":
    "The readings of before {day} have been deleted: a plan can hold from that day on, not before.",

  ...accessEn,
  ...backupsEn,
  ...balanceEn,
  ...catalogueEn,
  ...exportsEn,
  ...floorEn,
  ...importsEn,
  ...ordersDeskEn,
  ...paperEn,
  ...peopleEn,
  ...privacyEn,
  ...settingsEn,
  ...supervisionEn,
} as const satisfies Record<RefusalCode, string>;
