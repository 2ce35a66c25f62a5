import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { faultOf, type PairFault, type Served } from "./served.ts";

/** The names that a workshop gives its own certificate and key, in the folder `tls` of its data. */
const OWN_FILES = ["cert.pem", "key.pem"] as const;

/** What of them is there: a pair, nothing, or what is wrong with it. */
export type OwnPair =
  | { readonly served: Served }
  | { readonly fault: PairFault }
  | { readonly served: null };

/** Reads the certificate that a workshop brought along. */
export function readOwnPair(folder: string, now: number): OwnPair {
  const [cert, key] = OWN_FILES.map((file) => readText(join(folder, file)));
  if (cert == null && key == null) return { served: null };
  if (cert == null || key == null) return { fault: "half" };
  const fault = faultOf({ key, cert }, now);
  return fault === null ? { served: { key, cert, origin: "own" } } : { fault };
}

/** Another text when one of the files was put, replaced or taken away. */
export function stampOfOwnPair(folder: string): string {
  return OWN_FILES.map((file) => {
    const stat = statSync(join(folder, file), { throwIfNoEntry: false });
    return stat === undefined ? "-" : `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
  }).join(" ");
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
