import type { SetTimer } from "../timer.ts";

/**
 * Why there is no camera. `insecure`: the page did not come over HTTPS, and no browser gives a camera then. `denied`: somebody
 * said no. `none`: the tablet has none, or another program uses it. `failed`: anything else.
 */
export type CameraFault = "insecure" | "denied" | "none" | "failed";

/** A camera that reads, or why not. */
export type CameraStart =
  | { readonly ok: true; close(): void }
  | { readonly ok: false; readonly reason: CameraFault };

/** The parts of a `video` element that a camera needs. */
export type Viewer = Pick<HTMLVideoElement, "srcObject" | "play" | "videoWidth" | "videoHeight">;

/** What reading by camera needs. */
export interface CameraOptions {
  readonly video: Viewer;
  /** undefined on plain HTTP. */
  readonly devices: Pick<MediaDevices, "getUserMedia"> | undefined;
  /** The picture that the video shows now; null when there is none yet. */
  readonly grab: (video: Viewer) => ImageData | null;
  /** Brings the reader, some hundred kB, at the first use. */
  readonly loadReader: () => Promise<(picture: ImageData) => Promise<string | null>>;
  readonly setTimer: SetTimer;
  /** ms, as `performance.now()`. */
  readonly monotonic: () => number;
  readonly onCode: (text: string) => void;
}

const EVERY_MS = 120;
/** A ticket that stays before the lens is one scan. */
const SAME_AGAIN_MS = 3_000;

/** Shows the camera and reads tickets and badges until it is closed. Never rejects. */
export async function startCamera(options: CameraOptions): Promise<CameraStart> {
  const { video, devices, loadReader } = options;
  if (devices === undefined) return { ok: false, reason: "insecure" };
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return { ok: false, reason: faultOf(error) };
  }
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    const read = await loadReader();
    video.srcObject = stream;
    await video.play();
    const loop = startReading(options, read);
    return {
      ok: true,
      close() {
        loop.close();
        stop();
      },
    };
  } catch {
    stop();
    return { ok: false, reason: "failed" };
  }
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "NotReadableError" ? "none" : "failed";
}

function startReading(
  { video, grab, setTimer, monotonic, onCode }: CameraOptions,
  read: (picture: ImageData) => Promise<string | null>,
): { close(): void } {
  let isClosed = false;
  let cancel = () => {};
  let last = { text: "", at: Number.NEGATIVE_INFINITY };

  async function look(): Promise<void> {
    const picture = grab(video);
    const text = picture === null ? null : await read(picture).catch(() => null);
    if (isClosed) return;
    if (text !== null) tell(text);
    cancel = setTimer(again, EVERY_MS);
  }

  function tell(text: string): void {
    const at = monotonic();
    const isSame = text === last.text && at - last.at < SAME_AGAIN_MS;
    last = { text, at };
    if (!isSame) onCode(text);
  }

  function again(): void {
    look().catch(() => {});
  }

  again();
  return {
    close() {
      isClosed = true;
      cancel();
    },
  };
}
