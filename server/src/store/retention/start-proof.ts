import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ReadAsked, ReadFiles } from "./read-files.ts";

/** Reads the files of a folder in a process of its own. */
export interface ProofReader {
  read(asked: ReadAsked): Promise<ReadFiles>;
  close(): Promise<void>;
}

/** What it answers. */
export type Said = { readonly read: ReadFiles } | { readonly fault: string };

const PROGRAM = fileURLToPath(new URL("./proof-program.ts", import.meta.url));
const MEMORY = ["--max-semi-space-size=16", "--max-old-space-size=256"];

/**
 * Not a thread: whoever closes a file takes from its whole process the locks on it, those of SQLite too, though another opened them.
 * The folder would be anybody's from then on ([S30]), and the database unguarded against whoever opens it beside us.
 */
export function createProofReader(): ProofReader {
  const readers = new Set<ChildProcess>();
  return {
    read(asked) {
      const execArgv = [...process.execArgv, ...MEMORY];
      const reader = fork(PROGRAM, { serialization: "advanced", execArgv });
      readers.add(reader);
      reader.send(asked);
      return new Promise((resolve, reject) => {
        reader.on("message", (said: Said) => {
          if ("read" in said) resolve(said.read);
          else reject(new Error(said.fault));
        });
        reader.on("error", (error) => {
          readers.delete(reader);
          reject(error);
        });
        reader.on("exit", () => {
          readers.delete(reader);
          reject(new Error("the proof's process has ended"));
        });
      });
    },
    async close() {
      await Promise.all([...readers].map(end));
    },
  };
}

async function end(reader: ChildProcess): Promise<void> {
  const ended = once(reader, "exit");
  reader.kill("SIGKILL");
  await ended;
}
