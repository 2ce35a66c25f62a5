import type { TrustWords } from "./trust.ts";

/** How a device comes to trust this server. */
export const trustEn: TrustWords = {
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
  windows: "Windows",
  windowsSteps: [
    "Double-click the downloaded file, then “Install Certificate”.",
    "Choose “Local Machine”, then “Next”.",
    "Choose “Place all certificates in the following store”, then “Browse”.",
    "Take “Trusted Root Certification Authorities”, then “OK”, “Next”, “Finish”.",
    "Close the browser and open it again.",
  ],
  android: "Android tablet or phone",
  androidSteps: [
    "Open Settings, then search for “CA certificate”.",
    "Choose “CA certificate”, then “Install anyway”.",
    "Choose the file trame-atelier.crt among the downloads.",
    "Close the browser and open it again.",
  ],
  ipad: "iPad or iPhone",
  ipadSteps: [
    "Open this page in Safari, download the file and tap “Allow”.",
    "Open Settings: tap “Profile Downloaded”, then “Install”.",
    "Go to General, About, then “Certificate Trust Settings”.",
    "Turn on the switch beside “Trame”.",
  ],
  firefox: "Firefox, on a computer",
  firefoxSteps: [
    "Open Settings, then “Privacy & Security”, “View Certificates”.",
    "Under “Authorities”, choose “Import” and take the file.",
    "Tick “Trust this CA to identify websites”.",
  ],
  done: "4. Check",
  doneLead: "Open the protected address: a padlock is shown, without a warning.",
  open: (address) => `Open ${address}`,
};
