import type { DeviceStep, TrustDevices } from "./trust-devices-fr.ts";

const REOPEN: DeviceStep = { say: "Close the browser and open it again.", sketch: null };

/** How each sort of device takes the certificate. */
export const trustDevicesEn: TrustDevices = {
  devices: {
    android: {
      name: "Android tablet or phone",
      steps: [
        {
          say: "Open Settings and search for “CA certificate”. Tap “CA certificate”.",
          sketch: {
            ...{ frame: "screen", title: "Install a certificate", mark: "row" },
            ...{ lines: ["Wi-Fi certificate"], here: "CA certificate" },
          },
        },
        {
          say: "The tablet warns. Tap “Install anyway”.",
          sketch: {
            ...{ frame: "screen", title: "Your data…", mark: "button" },
            ...{ lines: ["Don't install"], here: "Install anyway" },
          },
        },
        {
          say: "Choose the file trame-atelier.crt among the downloads.",
          sketch: {
            ...{ frame: "screen", title: "Downloads", mark: "row" },
            ...{ lines: [], here: "trame-atelier.crt" },
          },
        },
        REOPEN,
      ],
    },
    windows: {
      name: "Windows, with Edge or Chrome",
      steps: [
        {
          say: "If the browser hesitates to download, choose “Keep”. Double-click the file, then “Install Certificate”.",
          sketch: {
            ...{ frame: "window", title: "Certificate", mark: "button" },
            ...{ lines: ["Issued to: Trame"], here: "Install Certificate…" },
          },
        },
        {
          say: "Choose “Local Machine”, then “Next”.",
          sketch: {
            ...{ frame: "window", title: "Store Location", mark: "choice" },
            ...{ lines: ["Current User"], here: "Local Machine" },
          },
        },
        {
          say: "Choose “Place all certificates in the following store”, then “Browse”.",
          sketch: {
            ...{ frame: "window", title: "Certificate Store", mark: "choice" },
            ...{ lines: ["Automatically select…"], here: "Place all certificates…" },
          },
        },
        {
          say: "Take “Trusted Root Certification Authorities”, then “OK”, “Next”, “Finish”.",
          sketch: {
            ...{ frame: "window", title: "Select Certificate Store", mark: "row" },
            ...{ lines: ["Personal"], here: "Trusted Root Certification…" },
          },
        },
        REOPEN,
      ],
    },
    ipad: {
      name: "iPad or iPhone",
      steps: [
        {
          say: "Open this page in Safari, download the file and tap “Allow”.",
          sketch: {
            ...{ frame: "screen", title: "Configuration profile", mark: "button" },
            ...{ lines: ["Ignore"], here: "Allow" },
          },
        },
        {
          say: "Open Settings: tap “Profile Downloaded”, then “Install”.",
          sketch: {
            ...{ frame: "screen", title: "Settings", mark: "row" },
            ...{ lines: [], here: "Profile Downloaded" },
          },
        },
        {
          say: "Go to General, About, and at the very end “Certificate Trust Settings”.",
          sketch: {
            ...{ frame: "screen", title: "About", mark: "row" },
            ...{ lines: ["Name", "Version"], here: "Certificate Trust Settings" },
          },
        },
        {
          say: "Turn on the switch beside “Trame”.",
          sketch: {
            ...{ frame: "screen", title: "Certificate Trust Settings", mark: "switch" },
            ...{ lines: [], here: "Trame" },
          },
        },
      ],
    },
    firefox: {
      name: "Firefox, on a computer",
      steps: [
        {
          say: "Open Settings, then “Privacy & Security”, and at the very end “View Certificates”.",
          sketch: {
            ...{ frame: "window", title: "Privacy & Security", mark: "button" },
            ...{ lines: ["Certificates"], here: "View Certificates…" },
          },
        },
        {
          say: "Under “Authorities”, choose “Import” and take the file.",
          sketch: {
            ...{ frame: "window", title: "Authorities", mark: "button" },
            ...{ lines: ["View…", "Export…"], here: "Import…" },
          },
        },
        {
          say: "Tick “Trust this CA to identify websites”, then “OK”.",
          sketch: {
            ...{ frame: "window", title: "Downloading Certificate", mark: "box" },
            ...{ lines: [], here: "… to identify websites" },
          },
        },
      ],
    },
    mac: {
      name: "Mac, with Safari or Chrome",
      steps: [
        {
          say: "Double-click the downloaded file: “Keychain Access” opens. Double-click “Trame” in the list.",
          sketch: {
            ...{ frame: "window", title: "Keychain Access", mark: "row" },
            ...{ lines: [], here: "Trame" },
          },
        },
        {
          say: "Open “Trust” and choose “Always Trust”. Close the window and type your password.",
          sketch: {
            ...{ frame: "window", title: "Trust", mark: "row" },
            ...{ lines: ["Use System Defaults"], here: "Always Trust" },
          },
        },
        REOPEN,
      ],
    },
  },
};
