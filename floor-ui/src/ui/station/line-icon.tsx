import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import camera from "lucide-static/icons/camera.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import circleAlert from "lucide-static/icons/circle-alert.svg?raw";
import cloudOff from "lucide-static/icons/cloud-off.svg?raw";
import coffee from "lucide-static/icons/coffee.svg?raw";
import combine from "lucide-static/icons/combine.svg?raw";
import erase from "lucide-static/icons/delete.svg?raw";
import download from "lucide-static/icons/download.svg?raw";
import ellipsis from "lucide-static/icons/ellipsis.svg?raw";
import eye from "lucide-static/icons/eye.svg?raw";
import hand from "lucide-static/icons/hand.svg?raw";
import history from "lucide-static/icons/history.svg?raw";
import idCardLanyard from "lucide-static/icons/id-card-lanyard.svg?raw";
import info from "lucide-static/icons/info.svg?raw";
import keyRound from "lucide-static/icons/key-round.svg?raw";
import keyboard from "lucide-static/icons/keyboard.svg?raw";
import logOut from "lucide-static/icons/log-out.svg?raw";
import minus from "lucide-static/icons/minus.svg?raw";
import moon from "lucide-static/icons/moon.svg?raw";
import packageOpen from "lucide-static/icons/package-open.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import rotateCcw from "lucide-static/icons/rotate-ccw.svg?raw";
import scanQrCode from "lucide-static/icons/scan-qr-code.svg?raw";
import searchCheck from "lucide-static/icons/search-check.svg?raw";
import split from "lucide-static/icons/split.svg?raw";
import sun from "lucide-static/icons/sun.svg?raw";
import trendingUp from "lucide-static/icons/trending-up.svg?raw";
import undo2 from "lucide-static/icons/undo-2.svg?raw";
import userRound from "lucide-static/icons/user-round.svg?raw";
import volume2 from "lucide-static/icons/volume-2.svg?raw";
import wrench from "lucide-static/icons/wrench.svg?raw";
import x from "lucide-static/icons/x.svg?raw";
import { drawShapes, parseDrawing } from "./line-drawing.ts";

const drawings = {
  "arrow-left": parseDrawing(arrowLeft),
  "arrow-right": parseDrawing(arrowRight),
  camera: parseDrawing(camera),
  check: parseDrawing(check),
  "circle-alert": parseDrawing(circleAlert),
  "cloud-off": parseDrawing(cloudOff),
  coffee: parseDrawing(coffee),
  combine: parseDrawing(combine),
  delete: parseDrawing(erase),
  download: parseDrawing(download),
  ellipsis: parseDrawing(ellipsis),
  eye: parseDrawing(eye),
  hand: parseDrawing(hand),
  history: parseDrawing(history),
  "id-card-lanyard": parseDrawing(idCardLanyard),
  info: parseDrawing(info),
  "key-round": parseDrawing(keyRound),
  keyboard: parseDrawing(keyboard),
  "log-out": parseDrawing(logOut),
  minus: parseDrawing(minus),
  moon: parseDrawing(moon),
  "package-open": parseDrawing(packageOpen),
  plus: parseDrawing(plus),
  "rotate-ccw": parseDrawing(rotateCcw),
  "scan-qr-code": parseDrawing(scanQrCode),
  "search-check": parseDrawing(searchCheck),
  split: parseDrawing(split),
  sun: parseDrawing(sun),
  "trending-up": parseDrawing(trendingUp),
  "undo-2": parseDrawing(undo2),
  "user-round": parseDrawing(userRound),
  "volume-2": parseDrawing(volume2),
  wrench: parseDrawing(wrench),
  x: parseDrawing(x),
};

export type LineIconName = keyof typeof drawings;

/** A line icon (Lucide, ISC), drawn in place; always beside its word or inside a labelled control. */
export function LineIcon({ name }: { readonly name: LineIconName }) {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      {drawShapes(drawings[name])}
    </svg>
  );
}
