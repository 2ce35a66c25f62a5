import type { AccessCode } from "./access-codes.ts";

/** Why somebody is not let in, and what to do. */
export const accessEn = {
  "sign-in-wrong": "This name, this password or this code is not right.",
  "totp-needed": "The six-digit code of your phone is needed too.",
  "sign-in-plain":
    "A password could be read on the network here: open Trame at the address {address}.",
  "sign-in-no-tls":
    "A password could be read on the network here: sign in on the computer that runs Trame.",
  "too-many-tries": "Too many tries. Try again in {seconds|second|seconds}.",
  "setup-done": "The first start has been done: sign in with your account.",
  "setup-code-wrong": "This setup code is not right: it is written where Trame was started.",

  "account-only": "This is done with an account: sign in with yours.",
  "account-unknown": "There is no such account, or no longer: read the list again.",
  "account-name-taken": "Another account has this name already: choose another one.",
  "account-name-empty": "A name is needed, to sign in with.",
  "accounts-full": "There are too many accounts already: delete those that are of no use any more.",
  "last-administrator":
    "This is the last account that manages access: give that role to another one first.",
  "password-wrong": "This password is not right.",
  "password-short": "This password is too short: at least {limit|character|characters}.",
  "password-long": "This password is too long: at most {limit|character|characters}.",
  "password-common":
    "This password is one of the commonest: choose another one, for instance four words that do not go together.",
  "password-own": "This password is made of your name or the workshop’s: choose another one.",
  "password-same": "This is the password that you had: choose another one, that nobody else knows.",
  "password-of-own": "Your own password is changed in “My account”, with the one before.",
  "password-first":
    "Choose a password of your own first: the one that you were given serves for nothing else.",
  "password-expired":
    "This first password is of no use any more: ask whoever manages access for another one.",
  "totp-wrong":
    "This code is not right, or was used already: wait for the next one, and check the phone’s clock.",
  "totp-not-begun": "Read the QR code with the phone first.",
  "totp-unreadable":
    "The code of your phone can't be checked on this computer: whoever manages access, or the admin token, can take it away.",
  "session-unknown": "This session has ended already.",

  "api-key-unknown": "There is no such key, or no longer: read the list again.",
  "api-keys-full": "There are too many keys already: delete those that are of no use any more.",
  "api-key-expiry": "A key must end one day: in {limit|day|days} at the latest.",
  "api-key-permission":
    "A key can’t manage access or let a screen in: that is done with an account.",

  "pairing-unknown":
    "No screen waits with this code: read it on the screen again, it changes every ten minutes.",
  "pairing-accepted": "This screen has been accepted already.",
  "pairing-station": "Choose the station of this tablet, among those of the plan.",
  "pairings-full": "Too many screens are waiting already: try again in ten minutes.",
  "screen-unknown": "This screen is not paired, or no longer: read the list again.",
  "screen-revoked": "This screen was taken out: it shows nothing until somebody accepts it again.",
  "key-plain":
    "The key of this program could be read on the network here: give it the address {address}.",
  "key-no-tls":
    "The key of this program could be read on the network here: run it on the computer that Trame runs on.",
  "screens-full": "There are too many screens already: remove those that are of no use any more.",

  "pin-malformed": "A personal code is made of 4 to 8 digits.",
  "pin-needed": "Your personal code is needed too.",
  "pin-wrong": "This personal code is not right.",
  "pin-absent": "This person has no personal code.",
} as const satisfies Record<AccessCode, string>;
