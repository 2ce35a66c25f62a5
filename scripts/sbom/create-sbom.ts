/** A package as the lock file has it. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly name: string;
  readonly version: string;
  /** By the folder that they are in. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** A library, as CycloneDX 1.5 tells it. */
export interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly expression: string }[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

/** What runs in a workshop; what tests and tools need is not in it. */
const SHIPPED = ["shared", "broker", "server", "floor-ui"] as const;
/** Drawn into the screens when they are built, and so no dependency of what runs. */
const BUILT_IN = ["lucide-static"] as const;
const ALGORITHMS: Readonly<Record<string, string>> = { sha512: "SHA-512", sha1: "SHA-1" };

/** Everything that what is shipped needs, and what that needs, each version once. */
export function createSbom(lock: LockFile) {
  const found = new Set<string>();
  const { optionalDependencies = {} } = lock.packages[""] ?? {};
  for (const name of Object.keys(optionalDependencies)) follow(lock, locate(lock, "", name), found);
  for (const folder of SHIPPED) follow(lock, folder, found);
  for (const name of BUILT_IN) follow(lock, locate(lock, "floor-ui", name), found);
  const components = [...found]
    .filter((path) => path.includes("node_modules/") && !lock.packages[path]?.link)
    .map((path) => componentOf(path, lock.packages[path] ?? {}));
  const byRef = new Map(components.map((component) => [component["bom-ref"], component]));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { type: "application", name: lock.name, version: lock.version },
    },
    components: [...byRef.keys()].toSorted().map((ref) => byRef.get(ref) as Component),
  };
}

function follow(lock: LockFile, path: string | null, found: Set<string>): void {
  if (path === null || found.has(path)) return;
  const entry = lock.packages[path];
  found.add(path);
  if (entry?.link) follow(lock, entry.resolved ?? null, found);
  const needed = { ...entry?.dependencies, ...entry?.optionalDependencies };
  for (const name of Object.keys(needed)) follow(lock, locate(lock, path, name), found);
}

/** Where Node finds a package from a folder: beside it, then in each one above; null for one that no platform of ours has. */
function locate({ packages }: LockFile, from: string, name: string): string | null {
  const beside = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (beside in packages) return beside;
  if (from === "") return null;
  const above = from.lastIndexOf("/node_modules/");
  return locate(
    { name: "", version: "", packages },
    above === -1 ? "" : from.slice(0, above),
    name,
  );
}

function componentOf(path: string, { version = "", license, integrity }: LockedPackage): Component {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [algorithm = "", digest = ""] = (integrity ?? "").split("-");
  const alg = ALGORITHMS[algorithm];
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    licenses: license === undefined ? [] : [{ expression: license }],
    hashes:
      alg === undefined ? [] : [{ alg, content: Buffer.from(digest, "base64").toString("hex") }],
  };
}
