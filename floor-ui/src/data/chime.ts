import { createVoice, type Voice } from "./station/voice.ts";

/** Two short tones, for a room that wants them. Silent until it is played; a browser may want a touch before. */
export function createChime(): Pick<Voice, "play" | "close"> {
  return createVoice({
    synthesis: null,
    createUtterance: (text) => new SpeechSynthesisUtterance(text),
    createAudio: "AudioContext" in window ? () => new AudioContext() : null,
    vibrate: null,
  });
}
