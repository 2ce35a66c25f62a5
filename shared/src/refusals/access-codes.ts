/** Refusals about signing in, accounts, keys of programs and screens, and the HTTP status that goes with each. */
export const ACCESS_STATUS = {
  "sign-in-wrong": 401,
  "totp-needed": 401,
  "sign-in-plain": 403,
  "sign-in-no-tls": 403,
  "too-many-tries": 429,
  "setup-done": 404,
  "setup-code-wrong": 401,

  "account-only": 403,
  "account-unknown": 404,
  "account-name-taken": 409,
  "account-name-empty": 422,
  "accounts-full": 409,
  "last-administrator": 409,
  "password-wrong": 403,
  "password-short": 422,
  "password-long": 422,
  "password-common": 422,
  "password-own": 422,
  "password-same": 422,
  "password-of-own": 409,
  "password-first": 403,
  "password-expired": 401,
  "totp-wrong": 422,
  "totp-not-begun": 409,
  "session-unknown": 404,

  "api-key-unknown": 404,
  "api-keys-full": 409,
  "api-key-expiry": 422,
  "api-key-permission": 422,

  "pairing-unknown": 404,
  "pairing-accepted": 409,
  "pairing-station": 422,
  "pairings-full": 429,
  "screen-unknown": 404,
  "screens-full": 409,

  "pin-malformed": 422,
  "pin-needed": 403,
  "pin-wrong": 403,
  "pin-absent": 404,
} as const;

export type AccessCode = keyof typeof ACCESS_STATUS;
