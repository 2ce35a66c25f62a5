import { ACCESS_STATUS } from "./access-codes.ts";
import { BACKUPS_STATUS } from "./backups-codes.ts";
import { BALANCE_STATUS } from "./balance-codes.ts";
import { CATALOGUE_STATUS } from "./catalogue-codes.ts";
import { EXPORTS_STATUS } from "./exports-codes.ts";
import { FLOOR_STATUS } from "./floor-codes.ts";
import { IMPORTS_STATUS } from "./imports-codes.ts";
import { ORDERS_DESK_STATUS } from "./orders-desk-codes.ts";
import { PAPER_STATUS } from "./paper-codes.ts";
import { PEOPLE_STATUS } from "./people-codes.ts";
import { PRIVACY_STATUS } from "./privacy-codes.ts";
import { SETTINGS_STATUS } from "./settings-codes.ts";
import { SUPERVISION_STATUS } from "./supervision-codes.ts";

/**
 * Every refusal that a person may read, with what a station says when all is well, and the HTTP status that goes with it. Faults that lie inside a message or a
 * plan are told within another answer, or kept with a quarantined message; theirs is 422.
 */
export const REFUSAL_STATUS = {
  "body-not-json": 400,
  "request-malformed": 400,
  "token-missing": 401,
  "token-wrong": 401,
  "not-allowed": 403,
  "origin-foreign": 403,
  "authority-none": 404,
  "counter-absent": 404,
  "host-unknown": 421,
  "route-unknown": 404,
  "screens-missing": 404,
  "plan-none": 404,
  "suspect-unknown": 404,
  "quarantine-unknown": 404,
  "quarantine-closed": 409,
  "quarantine-unreadable": 409,
  "body-too-large": 413,
  "body-type-unsupported": 415,
  "upgrade-required": 426,
  "plan-invalid": 422,
  "moment-invalid": 422,
  "day-invalid": 422,
  "day-gone": 422,
  "page-unknown": 422,
  internal: 500,
  "store-silent": 503,
  "disk-failing": 503,

  "value-missing": 422,
  "value-unknown": 422,
  "value-not-text": 422,
  "value-not-number": 422,
  "value-not-whole": 422,
  "value-not-list": 422,
  "value-not-object": 422,
  "value-not-allowed": 422,
  "value-not-among": 422,
  "text-too-short": 422,
  "text-too-long": 422,
  "text-malformed": 422,
  "id-malformed": 422,
  "key-malformed": 422,
  "time-malformed": 422,
  "counter-malformed": 422,
  "topic-malformed": 422,
  "number-too-small": 422,
  "number-too-large": 422,
  "ratio-too-large": 422,
  "number-not-above": 422,
  "list-too-short": 422,
  "list-too-long": 422,

  "id-duplicate": 422,
  "zone-unknown": 422,
  "shifts-overlap": 422,
  "break-outside-shift": 422,
  "day-duplicate": 422,
  "exception-day-invalid": 422,
  "exception-duplicate": 422,
  "exception-overlaps": 422,
  "device-unknown": 422,
  "counter-taken": 422,
  "counter-unknown": 422,
  "topic-taken": 422,
  "spot-incomplete": 422,
  "spot-taken": 422,
  "threshold-duplicate": 422,
  "threshold-empty": 422,
  "threshold-unknown": 422,

  "not-json": 422,
  "boot-invalid": 422,
  "up-invalid": 422,
  "list-invalid": 422,
  "status-invalid": 422,
  "quarantine-full": 422,
  "field-missing": 422,
  "field-invalid": 422,
  "button-missing": 422,
  "button-unknown": 422,
  "total-too-large": 422,
  "seq-fell": 422,
  "up-fell": 422,
  "up-after-message": 422,
  "key-conflict": 422,
  "sample-sealed": 422,
  "plan-sealed": 422,

  ...ACCESS_STATUS,
  ...BACKUPS_STATUS,
  ...BALANCE_STATUS,
  ...CATALOGUE_STATUS,
  ...EXPORTS_STATUS,
  ...FLOOR_STATUS,
  ...IMPORTS_STATUS,
  ...ORDERS_DESK_STATUS,
  ...PAPER_STATUS,
  ...PEOPLE_STATUS,
  ...PRIVACY_STATUS,
  ...SETTINGS_STATUS,
  ...SUPERVISION_STATUS,
} as const;

/** Names a refusal; stable, for programs. People read its sentence. */
export type RefusalCode = keyof typeof REFUSAL_STATUS;

/** Whether a text, such as a fault kept in the store, names a refusal of the catalogue. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSAL_STATUS, code);
}
