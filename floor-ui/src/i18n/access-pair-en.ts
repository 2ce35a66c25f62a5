import type { accessPairFr } from "./access-pair-fr.ts";

/** English: the same keys as `access-pair-fr.ts`. */
export const accessPairEn: typeof accessPairFr = {
  pair: {
    wallTitle: "This screen waits to be accepted",
    stationTitle: "This tablet waits to be accepted",
    code: "Code of the screen",
    steps: {
      open: "On another device, sign in at",
      go: "then “Access”, “Add a screen”, and type this code.",
    },
    wallThen: "The screen then comes up by itself.",
    stationThen: "The station then opens by itself.",
    asking: "Asking for a code…",
    unreached: "The server does not answer. The screen tries again by itself.",
    plain:
      "For the camera, and so that nobody on the network reads PINs, open this tablet at this address instead:",
    trust: "Have it recognise Trame, once",
    show: "Show the code of this tablet",
    signIn: "Sign in here",
  },
};
