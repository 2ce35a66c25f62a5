import { useEffect, useRef, useState } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { useDesk } from "./desk.ts";

/** What the camera sees; what it reads is scanned. Where there is none, what to do instead. */
export function CameraView() {
  const { openCamera } = useDesk().tools;
  const { station } = useI18n().t;
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<"starting" | "seeing" | "none">("starting");
  useEffect(() => {
    if (video.current === null) return;
    let isLeft = false;
    let close = () => {};
    void openCamera(video.current).then((camera) => {
      if (!camera.ok) return setState("none");
      close = camera.close;
      if (isLeft) close();
      else setState("seeing");
    });
    return () => {
      isLeft = true;
      close();
    };
  }, [openCamera]);
  return (
    <section class={`camera ${state}`} aria-label={station.camera}>
      <video ref={video} muted={true} playsInline={true} aria-label={station.cameraTitle} />
      {state !== "seeing" && <LineIcon name="camera" />}
      <p role="status">
        {state === "none" && (
          <>
            <b>{station.cameraNone}</b>
            <span>{station.cameraNoneHint}</span>
            {!isSecureContext && <span>{station.cameraPlain}</span>}
          </>
        )}
        {state === "starting" && <b>{station.cameraStarting}</b>}
        {state === "seeing" && <b>{station.cameraTitle}</b>}
      </p>
    </section>
  );
}
