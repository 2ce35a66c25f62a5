/** Key of the setting that holds the hash of the pairing code; absent, pairing is off. */
export const PAIRING_SETTING = "pairing-code";
