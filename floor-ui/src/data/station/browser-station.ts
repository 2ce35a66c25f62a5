import { computed, effect } from "@preact/signals";
import type { Language } from "@trame/shared";
import { drawHex } from "../draw-hex.ts";
import { forgetLastBoard, type Keep } from "../keep.ts";
import type { Picture } from "../picture.ts";
import { browserTimer } from "../timer.ts";
import { type CameraStart, startCamera } from "./camera.ts";
import { startStation } from "./create-station-model.ts";
import { createLeaseDuty, createLockDuty } from "./duty.ts";
import { createIdbStorage } from "./idb-storage.ts";
import type { StationModel } from "./model.ts";
import { createOwnDataDesk, type OwnDataDesk } from "./own-data.ts";
import { createPairing } from "./pairing.ts";
import { postPhoto, shrinkPhoto } from "./photo.ts";
import { createReadings, type Readings } from "./readings.ts";
import type { StationStorage } from "./storage.ts";
import type { Duty, Tabs } from "./tabs.ts";
import { createVoice, type Voice } from "./voice.ts";
import { startWedge } from "./wedge.ts";

/** What a station's page is handed. */
export interface Station {
  readonly model: StationModel;
  readonly voice: Voice;
  /** Shows the camera in a `video` element and scans what it reads, until closed. Never rejects. */
  openCamera(video: HTMLVideoElement): Promise<CameraStart>;
  /** A photo of what is wrong with a piece: its id, or null when it did not get to the server. Never rejects. */
  sendPhoto(photo: Blob): Promise<string | null>;
  /** What somebody is told of themselves. */
  readonly own: OwnDataDesk;
  readonly takeBadges: Readings["takeBadges"];
  close(): void;
}

/** What a station needs of the page around it. */
export interface StationOptions {
  readonly stationId: string;
  readonly picture: Picture;
  readonly keep: Keep;
  readonly language: () => Language;
}

const OWNER_DIGITS = 16;

/** A station on this browser, with its scanner, camera and voice, until it is closed. */
export function openStation({ stationId, picture, keep, language }: StationOptions): Station {
  const name = `trame-station ${stationId}`;
  const storage = createIdbStorage(stationId);
  const pairing = createPairing(stationId, keep, browserAddress);
  pairing.readAddress();
  const monotonic = () => performance.now();
  const controls = startStation({
    stationId,
    storage,
    language,
    monotonic,
    key: pairing.key,
    onRevoked() {
      pairing.forget();
      forgetLastBoard(keep);
      storage.forget().catch(reportError);
    },
    fetch: ask,
    tabs: openTabs(name),
    duty: openDuty(name, storage),
    now: Date.now,
    setTimer: browserTimer,
    random: Math.random,
    drawHex,
  });
  const { model } = controls;
  const asking = { stationId, key: pairing.key, fetch: ask, setTimer: browserTimer };
  // Of the line's row, which changes with each of its pieces, what concerns the station: somebody may be on their way.
  const callsHere = computed(() => {
    const lineId = picture.store.station(stationId)?.value.lineId;
    const calls = lineId === undefined ? [] : (picture.store.line(lineId)?.value.calls ?? []);
    return JSON.stringify(calls.filter((call) => call.stationId === stationId));
  });
  const readings = createReadings((text) => {
    model.scan(text, "scan").catch(reportError);
  });
  const wedge = startWedge({ listen: listenToKeys, onCode: readings.read });
  const voice = createVoice(browserVoice());
  const ends = [
    effect(() => {
      // The row changes with each piece and each act at this station, whoever told of it; its freshness when the network is back.
      picture.store.head.value;
      picture.store.station(stationId)?.value;
      picture.freshness.value;
      callsHere.value;
      controls.wake();
    }),
    on(window, "online", controls.wake),
    on(window, "hashchange", () => pairing.readAddress() && controls.keyChanged()),
    on(document, "visibilitychange", () => {
      if (document.visibilityState === "visible") controls.looked();
    }),
  ];
  return {
    model,
    voice,
    openCamera: (video) => openCamera(video, readings.read),
    sendPhoto: (photo) => postPhoto(photo, { ...asking, shrink: shrinkPhoto }),
    own: createOwnDataDesk({ ...asking, language }),
    takeBadges: readings.takeBadges,
    close() {
      for (const end of ends) end();
      wedge.close();
      voice.close();
      model.close();
    },
  };
}

const ask: typeof fetch = (input, init) => fetch(input, init);

const browserAddress = {
  hash: () => location.hash,
  clearHash: () => history.replaceState(history.state, "", location.pathname + location.search),
};

/** Only secure contexts have locks; over plain HTTP a lease on the disk does. */
function openDuty(name: string, storage: StationStorage): Duty {
  if ("locks" in navigator) return createLockDuty(navigator.locks, name);
  const owner = drawHex(OWNER_DIGITS);
  return createLeaseDuty({ storage, owner, now: Date.now, setTimer: browserTimer });
}

function openTabs(name: string): Tabs {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(onMessage) {
      channel.onmessage = ({ data }) => onMessage(data);
      return () => channel.close();
    },
  };
}

function listenToKeys(onKey: (press: KeyboardEvent) => void): () => void {
  // Before the page's own listeners: they must not see what a scanner types.
  document.addEventListener("keydown", onKey, true);
  return () => document.removeEventListener("keydown", onKey, true);
}

function browserVoice() {
  return {
    synthesis: "speechSynthesis" in window ? window.speechSynthesis : null,
    createUtterance: (text: string) => new SpeechSynthesisUtterance(text),
    createAudio: "AudioContext" in window ? () => new AudioContext() : null,
    vibrate: "vibrate" in navigator ? (pattern: number[]) => navigator.vibrate(pattern) : null,
  };
}

function openCamera(video: HTMLVideoElement, onCode: (text: string) => void) {
  const canvas = document.createElement("canvas");
  return startCamera({
    video,
    devices: navigator.mediaDevices,
    async loadReader() {
      const { createCodeReader } = await import("./code-reader.ts");
      return createCodeReader();
    },
    grab({ videoWidth, videoHeight }) {
      if (videoWidth === 0) return null;
      canvas.width = videoWidth;
      canvas.height = videoHeight;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (context === null) return null;
      context.drawImage(video, 0, 0);
      return context.getImageData(0, 0, videoWidth, videoHeight);
    },
    setTimer: browserTimer,
    monotonic: () => performance.now(),
    onCode,
  });
}

function on(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
