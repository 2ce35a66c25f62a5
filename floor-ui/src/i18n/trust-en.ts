import { trustDevicesEn } from "./trust-devices-en.ts";
import type { trustFr } from "./trust-fr.ts";

/** How a device comes to trust this server. */
export const trustEn: typeof trustFr = {
  title: "Trust Trame",
  lead: "Signing in with a password needs a protected connection: “https”. Each device has to recognise this server first, once.",
  off: "The protected connection is off on this server: screens work, but nobody can sign in from another device.",
  own: "This server has the certificate of your workshop: there is nothing to install. If a device shows a warning, tell whoever looks after the network.",
  compare: "1. Compare",
  compareLead:
    "Read these eight words aloud in front of Trame's computer: it shows the same ones when it starts. If they differ, stop and tell somebody.",
  hex: "SHA-256 fingerprint",
  download: "2. Download the certificate",
  downloadLead: "It holds no secret, and is good for the workshop's network only.",
  file: "Download trame-atelier.crt",
  install: "3. Install it on this device",
  ...trustDevicesEn,
  drawn: (title, here) => `Drawing: in “${title}”, press “${here}”.`,
  drawnOn: (title, here) => `Drawing: in “${title}”, turn on or tick “${here}”.`,
  done: "4. Check",
  doneLead: "Open the protected address: a padlock is shown, without a warning.",
  open: (address) => `Open ${address}`,
};
