import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import bell from "lucide-static/icons/bell.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import stop from "lucide-static/icons/circle-stop.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import support from "lucide-static/icons/hand-heart.svg?raw";
import grid from "lucide-static/icons/layout-grid.svg?raw";
import megaphone from "lucide-static/icons/megaphone.svg?raw";
import moon from "lucide-static/icons/moon.svg?raw";
import bundle from "lucide-static/icons/package.svg?raw";
import material from "lucide-static/icons/package-open.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import quality from "lucide-static/icons/search-check.svg?raw";
import thread from "lucide-static/icons/spool.svg?raw";
import sun from "lucide-static/icons/sun.svg?raw";
import wait from "lucide-static/icons/timer.svg?raw";
import undo from "lucide-static/icons/undo-2.svg?raw";
import team from "lucide-static/icons/users-round.svg?raw";
import machine from "lucide-static/icons/wrench.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import { drawShapes, parseDrawing } from "../station/line-drawing.ts";

const drawings = {
  "arrow-right": parseDrawing(arrowRight),
  bell: parseDrawing(bell),
  bundle: parseDrawing(bundle),
  check: parseDrawing(check),
  clock: parseDrawing(clock),
  close: parseDrawing(close),
  grid: parseDrawing(grid),
  machine: parseDrawing(machine),
  material: parseDrawing(material),
  megaphone: parseDrawing(megaphone),
  moon: parseDrawing(moon),
  pencil: parseDrawing(pencil),
  plus: parseDrawing(plus),
  quality: parseDrawing(quality),
  stop: parseDrawing(stop),
  sun: parseDrawing(sun),
  support: parseDrawing(support),
  team: parseDrawing(team),
  thread: parseDrawing(thread),
  undo: parseDrawing(undo),
  wait: parseDrawing(wait),
};

export type FloorIconName = keyof typeof drawings;

/** A line icon (Lucide, ISC), drawn in place; always beside its word or inside a labelled control. */
export function FloorIcon({ name }: { readonly name: FloorIconName }) {
  return (
    <svg class="fd-i" viewBox="0 0 24 24" aria-hidden="true">
      {drawShapes(drawings[name])}
    </svg>
  );
}
