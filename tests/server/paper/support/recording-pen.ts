/** A pen that draws on a real page and notes where each text and each black box went. */
import type { Box, Pen } from "../../../../server/src/paper/pen.ts";
import { openSheet } from "../../../../server/src/paper/sheet.ts";

export interface Mark extends Box {
  readonly kind: "text" | "box" | "frame";
  readonly what: string;
  /** Points; 0 for boxes. */
  readonly size: number;
}

const POINT_MM = 25.4 / 72;

export function createRecordingPen(): { readonly pen: Pen; readonly marks: readonly Mark[] } {
  const sheet = openSheet({ title: "", language: "fr", size: [210, 297] });
  sheet.addPage();
  const { pen } = sheet;
  const marks: Mark[] = [];
  return {
    marks,
    pen: {
      ...pen,
      line(text, face, spot) {
        const width = pen.widthOf(text, face);
        const share = { left: 0, centre: 0.5, right: 1 }[spot.align ?? "left"];
        const x = spot.x - share * width;
        // From the top of the capitals to the end of a p.
        const y = spot.y - 0.668 * face.size * POINT_MM;
        const hangs = /[gjpqyç,;()]/.test(text) ? 0.2 : 0.01;
        const height = (0.668 + hangs) * face.size * POINT_MM;
        marks.push({ kind: "text", what: text, size: face.size, x, y, width, height });
        pen.line(text, face, spot);
      },
      box(box, look) {
        const kind = look.stroke === undefined ? "box" : "frame";
        marks.push({ ...box, kind, what: kind, size: 0 });
        pen.box(box, look);
      },
    },
  };
}

/** Whether two places share more than a hair. */
export function overlap(a: Box, b: Box): boolean {
  const hair = 0.05;
  return (
    a.x + a.width > b.x + hair &&
    b.x + b.width > a.x + hair &&
    a.y + a.height > b.y + hair &&
    b.y + b.height > a.y + hair
  );
}

/** Whether a place lies in another one. */
export function isWithin(inner: Box, outer: Box): boolean {
  const hair = 0.05;
  return (
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.width <= outer.x + outer.width + hair &&
    inner.y + inner.height <= outer.y + outer.height + hair
  );
}
