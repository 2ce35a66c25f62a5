import { type ReadAsked, readFiles } from "./read-files.ts";
import type { Said } from "./start-proof.ts";

/* A process of its own for reading files: it is asked once, answers and ends, and goes with whoever asked. */

process.once("disconnect", () => process.exit());
process.once("message", (asked: ReadAsked) => {
  readFiles(asked).then(
    (read) => say({ read }),
    (error: unknown) => say({ fault: String(error) }),
  );
});

function say(said: Said): void {
  process.send?.(said, () => process.disconnect?.());
}
