/** What the station may say aloud. */
export interface VoiceOptions {
  /** null where the browser has none. */
  readonly synthesis: Pick<SpeechSynthesis, "speak" | "cancel" | "getVoices"> | null;
  readonly createUtterance: (text: string) => SpeechSynthesisUtterance;
  /** Makes what sounds, at the first tone: browsers want a touch before. null where there is none. */
  readonly createAudio: (() => AudioContext) | null;
  /** ms of a vibration, then of a pause, and so on. */
  readonly vibrate: ((pattern: number[]) => boolean) | null;
}

/** `yes`: taken. `look`: there is something to read; no alarm, nobody did wrong. */
export type Tone = "yes" | "look";

/** Speech, tones and vibration: all off until a person's mode asks for them. */
export interface Voice {
  /** The browser can speak at all. */
  readonly canSpeak: boolean;
  /** Reads a sentence aloud, in place of what it is reading. */
  say(sentence: string, language: "fr" | "en"): void;
  hush(): void;
  play(tone: Tone): void;
  close(): void;
}

/** Easy-to-read sentences are read slowly. */
const RATE = 0.9;
const TONE_SECONDS = 0.12;
const LOUDNESS = 0.15;
const NOTES: Readonly<Record<Tone, readonly number[]>> = { yes: [660, 880], look: [440, 440] };
const SHAKES: Readonly<Record<Tone, number[]>> = { yes: [40], look: [40, 80, 40] };

/** Silent until it is told to speak. */
export function createVoice(options: VoiceOptions): Voice {
  const { synthesis, createUtterance, createAudio, vibrate } = options;
  let audio: AudioContext | null = null;
  // Browsers look for their voices when they are first asked.
  synthesis?.getVoices();
  return {
    canSpeak: synthesis !== null,
    say(sentence, language) {
      if (synthesis === null) return;
      synthesis.cancel();
      // One that is on the tablet: others send the sentence to somebody else's server. Without one nothing is said.
      const voices = synthesis.getVoices().filter(({ lang }) => lang.startsWith(language));
      const voice = voices.find(({ localService }) => localService);
      if (voice === undefined) return;
      const utterance = createUtterance(sentence);
      utterance.lang = language === "fr" ? "fr-FR" : "en-GB";
      utterance.rate = RATE;
      utterance.voice = voice;
      synthesis.speak(utterance);
    },
    hush: () => synthesis?.cancel(),
    play(tone) {
      vibrate?.(SHAKES[tone]);
      if (createAudio === null) return;
      audio ??= createAudio();
      NOTES[tone].forEach((hertz, index) => {
        if (audio !== null) sound(audio, hertz, index * TONE_SECONDS);
      });
    },
    close() {
      synthesis?.cancel();
      audio?.close().catch(() => {});
    },
  };
}

function sound(audio: AudioContext, hertz: number, afterSeconds: number): void {
  const startAt = audio.currentTime + afterSeconds;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(LOUDNESS, startAt);
  // Falls to nothing rather than being cut: a cut clicks.
  volume.gain.exponentialRampToValueAtTime(0.001, startAt + TONE_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(startAt);
  tone.stop(startAt + TONE_SECONDS);
}
