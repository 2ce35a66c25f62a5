/** SQL for the pieces of a bundle `b` as they hold now: what cutting declared, or what a correction of it says instead ([JO6]). */
export const PIECES_NOW =
  "coalesce((SELECT r.pieces FROM resized r WHERE r.bundle_id = b.id), b.pieces)";
