import type { accessPairFr } from "./access-pair-fr.ts";

/** English: the same keys as `access-pair-fr.ts`. */
export const accessPairEn: typeof accessPairFr = {
  pair: {
    wallTitle: "This screen waits to be accepted",
    stationTitle: "This tablet waits to be accepted",
    code: "Code of the screen",
    steps: {
      open: "On your phone or your tablet, open",
      go: "then “Access”, “Add a screen”, and type this code.",
    },
    wallThen: "The screen then comes up by itself.",
    stationThen: "The station then opens by itself.",
    asking: "Asking for a code…",
    unreached: "The server does not answer. The screen tries again by itself.",
    show: "Show the code of this tablet",
    signIn: "Sign in here",
  },
};
