import type { PersonPictogram as Name } from "@trame/shared";
import apple from "lucide-static/icons/apple.svg?raw";
import bird from "lucide-static/icons/bird.svg?raw";
import cat from "lucide-static/icons/cat.svg?raw";
import cloud from "lucide-static/icons/cloud.svg?raw";
import fish from "lucide-static/icons/fish.svg?raw";
import flower from "lucide-static/icons/flower-2.svg?raw";
import heart from "lucide-static/icons/heart.svg?raw";
import house from "lucide-static/icons/house.svg?raw";
import key from "lucide-static/icons/key.svg?raw";
import leaf from "lucide-static/icons/leaf.svg?raw";
import moon from "lucide-static/icons/moon.svg?raw";
import boat from "lucide-static/icons/sailboat.svg?raw";
import star from "lucide-static/icons/star.svg?raw";
import sun from "lucide-static/icons/sun.svg?raw";
import tree from "lucide-static/icons/tree-deciduous.svg?raw";
import umbrella from "lucide-static/icons/umbrella.svg?raw";
import anybody from "lucide-static/icons/user-round.svg?raw";
import { drawShapes, parseDrawing, type Shape } from "./line-drawing.ts";

const drawings: Readonly<Record<Name, readonly Shape[]>> = {
  flower: parseDrawing(flower),
  sun: parseDrawing(sun),
  star: parseDrawing(star),
  moon: parseDrawing(moon),
  leaf: parseDrawing(leaf),
  heart: parseDrawing(heart),
  fish: parseDrawing(fish),
  bird: parseDrawing(bird),
  tree: parseDrawing(tree),
  house: parseDrawing(house),
  boat: parseDrawing(boat),
  apple: parseDrawing(apple),
  cat: parseDrawing(cat),
  cloud: parseDrawing(cloud),
  umbrella: parseDrawing(umbrella),
  key: parseDrawing(key),
};
const unknown = parseDrawing(anybody);

/** The picture beside a pseudonym (Lucide, ISC), white on a plate; a head and shoulders where none was chosen. */
export function PersonPictogram({ name }: { readonly name: string | null }) {
  const shapes = Object.hasOwn(drawings, name ?? "") ? drawings[name as Name] : unknown;
  return (
    <span class="pic">
      <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
        {drawShapes(shapes)}
      </svg>
    </span>
  );
}
