import { describe, expect, it } from "vitest";
import { type CameraOptions, startCamera } from "../../../floor-ui/src/data/station/camera.ts";
import { createPairing } from "../../../floor-ui/src/data/station/pairing.ts";
import { createVoice } from "../../../floor-ui/src/data/station/voice.ts";
import { createFakeKeep, createForbiddenKeep } from "../support/fake-keep.ts";
import { createFakeTime } from "../support/fake-time.ts";

describe("a tablet's key", () => {
  const KEY = "k7Jw-2mPq_9sXv4tBn8r";

  function address(hash: string) {
    const bar = { hash };
    return {
      bar,
      hash: () => bar.hash,
      clearHash: () => {
        bar.hash = "";
      },
    };
  }

  it("[H16] is kept per station, and leaves the address bar", () => {
    const keep = createFakeKeep();
    const link = address(`#${KEY}`);
    const isNew = createPairing("S01", keep, link).readAddress();
    const [same, other] = ["S01", "S02"].map((id) => createPairing(id, keep, address("")));
    expect([isNew, link.bar.hash, same?.key(), other?.key()]).toEqual([true, "", KEY, null]);
  });

  it("[H16] stays in the address where nothing can be kept, or a reload would lose it", () => {
    const link = address(`#${KEY}`);
    const pairing = createPairing("S01", createForbiddenKeep(), link);
    expect([pairing.readAddress(), pairing.key(), link.bar.hash]).toEqual([true, KEY, `#${KEY}`]);
  });

  it("[AC21] is gone from the tablet, over a new start too, once that was taken out", () => {
    const keep = createFakeKeep();
    const pairing = createPairing("S01", keep, address(`#${KEY}`));
    pairing.readAddress();
    pairing.forget();
    const again = createPairing("S01", keep, address(""));
    expect([pairing.key(), again.key()]).toEqual([null, null]);
  });

  it("[H16] is no other fragment of an address", () => {
    const pairing = createPairing("S01", createFakeKeep(), address("#aide"));
    expect([pairing.readAddress(), pairing.key()]).toEqual([false, null]);
  });
});

describe("camera", () => {
  function setUp(over: Partial<CameraOptions> = {}) {
    const time = createFakeTime();
    const read: string[] = [];
    let isOn = true;
    let seen: string | null = null;
    const track = {
      stop: () => {
        isOn = false;
      },
    };
    const options: CameraOptions = {
      video: { srcObject: null, play: async () => {}, videoWidth: 640, videoHeight: 480 },
      devices: {
        getUserMedia: async () => ({ getTracks: () => [track] }) as unknown as MediaStream,
      },
      grab: () => ({}) as ImageData,
      loadReader: async () => async () => seen,
      setTimer: time.setTimer,
      monotonic: time.monotonic,
      onCode: (text) => read.push(text),
      ...over,
    };
    const look = async (text: string | null, ms: number) => {
      seen = text;
      for (let left = ms; left > 0; left -= 100) {
        time.advance(100);
        for (let turn = 0; turn < 5; turn += 1) await null;
      }
    };
    return { start: () => startCamera(options), read, look, time, isOn: () => isOn };
  }

  it("[H18] reads a ticket that stays before the lens once, and again when it comes back", async () => {
    const { start, read, look } = setUp();
    await start();
    await look("118X117K", 2000);
    await look("118X118L", 500);
    await look(null, 4000);
    await look("118X118L", 500);
    expect(read).toEqual(["118X117K", "118X118L", "118X118L"]);
  });

  it("[H18] is off once it is closed", async () => {
    const { start, read, look, time, isOn } = setUp();
    const camera = await start();
    if (camera.ok) camera.close();
    await look("118X117K", 1000);
    expect([camera.ok, isOn(), read, time.waiting()]).toEqual([true, false, [], []]);
  });

  it.each([
    ["insecure", { devices: undefined }],
    ["denied", { devices: failing("NotAllowedError") }],
    ["none", { devices: failing("NotFoundError") }],
    ["failed", { loadReader: () => Promise.reject(new Error("no such chunk")) }],
  ] as const)("[H18] says that it is %s, and why it is not there", async (reason, over) => {
    const { start, time } = setUp(over as Partial<CameraOptions>);
    expect([await start(), time.waiting()]).toEqual([{ ok: false, reason }, []]);
  });

  function failing(name: string) {
    return { getUserMedia: () => Promise.reject(new DOMException("no", name)) };
  }
});

describe("voice", () => {
  it("[H20] reads one sentence at a time, by a voice of the tablet and of no server", () => {
    const said: unknown[] = [];
    const voices = [
      { lang: "fr-FR", localService: false, name: "far" },
      { lang: "fr-CA", localService: true, name: "near" },
      { lang: "en-GB", localService: true, name: "other" },
    ] as SpeechSynthesisVoice[];
    const voice = createVoice({
      synthesis: {
        speak: ({ text, lang, voice: by }) => said.push([text, lang, by?.name]),
        cancel: () => said.push("hush"),
        getVoices: () => voices,
      },
      createUtterance: (text) => ({ text }) as SpeechSynthesisUtterance,
      createAudio: null,
      vibrate: null,
    });
    voice.say("Je couds les plis.", "fr");
    expect(said).toEqual(["hush", ["Je couds les plis.", "fr-FR", "near"]]);
  });

  it("[H20] says nothing rather than by the voice of a server", () => {
    const said: string[] = [];
    const far = { lang: "fr-FR", localService: false, name: "far" } as SpeechSynthesisVoice;
    const voice = createVoice({
      synthesis: {
        speak: ({ text }) => said.push(text),
        cancel: () => {},
        getVoices: () => [far],
      },
      createUtterance: (text) => ({ text }) as SpeechSynthesisUtterance,
      createAudio: null,
      vibrate: null,
    });
    voice.say("Je couds les plis.", "fr");
    expect(said).toEqual([]);
  });

  it("[H20] makes no sound before it is told to, and none where the browser has none", () => {
    const shaken: number[][] = [];
    let opened = 0;
    const voice = createVoice({
      synthesis: null,
      createUtterance: () => expect.fail("there is nothing to speak with"),
      createAudio: () => {
        opened += 1;
        return silentAudio();
      },
      vibrate: (pattern) => shaken.push(pattern) > 0,
    });
    const before = [opened, shaken.length];
    voice.say("Bonjour", "fr");
    voice.play("yes");
    voice.play("look");
    expect([voice.canSpeak, before, opened, shaken.length]).toEqual([false, [0, 0], 1, 2]);
  });

  function silentAudio(): AudioContext {
    const part = { value: 0, setValueAtTime() {}, exponentialRampToValueAtTime() {} };
    const node = { frequency: part, gain: part, connect: () => node, start() {}, stop() {} };
    const make = () => node;
    return { currentTime: 0, createOscillator: make, createGain: make } as unknown as AudioContext;
  }
});
