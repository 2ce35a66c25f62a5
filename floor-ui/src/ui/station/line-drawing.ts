import { h } from "preact";

/** One shape of a drawing: its element and its attributes. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const SHAPES = /<(path|circle|rect|line|polyline|polygon|ellipse)\b([^>]*?)\/?>/g;
const ATTRIBUTES = /([\w-]+)="([^"]*)"/g;

/**
 * The shapes of a Lucide file, to be drawn without a request of their own: a station that lost its network must not lose a
 * button's picture. Lucide's files hold shapes only, no groups and no transforms.
 */
export function parseDrawing(svg: string): Shape[] {
  return [...svg.matchAll(SHAPES)].map(([, tag = "", text = ""]) => ({
    tag,
    attributes: Object.fromEntries(
      [...text.matchAll(ATTRIBUTES)].map(([, name = "", value = ""]) => [name, value]),
    ),
  }));
}

/** The shapes as elements of an SVG. */
export function drawShapes(shapes: readonly Shape[]) {
  return shapes.map(({ tag, attributes }, index) => h(tag, { key: index, ...attributes }));
}
