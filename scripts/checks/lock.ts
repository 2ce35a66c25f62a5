/**
 * The lock file serves every platform and nobody's private registry: when a registry lacks a platform's binary, npm drops it from the
 * lock file in silence and then refuses that lock file on the platform.
 * Run: `npm run check:lock`.
 */
import type { Fault } from "./fault.ts";
import { readText } from "./tree.ts";

type Versions = Readonly<Record<string, string>>;

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  dependencies?: Versions;
  devDependencies?: Versions;
  optionalDependencies?: Versions;
}

type Packages = Readonly<Record<string, Entry>>;

const file = "package-lock.json";
const publicRegistry = "https://registry.npmjs.org/";
const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/** Looks for what is missing from the lock file or should not be in it. */
export function checkLock(root: string): Fault[] {
  const { packages } = JSON.parse(readText(root, file)) as { packages: Packages };
  const messages = Object.entries(packages).flatMap(([path, entry]) => [
    ...missing(packages, path, entry),
    ...(path.includes("node_modules/") ? unsound(path, entry) : differing(root, path, entry)),
  ]);
  return messages.map((message) => ({ file, message }));
}

function missing(packages: Packages, path: string, entry: Entry): string[] {
  return kinds
    .flatMap((kind) => Object.keys(entry[kind] ?? {}))
    .filter((name) => !isLocked(packages, path, name))
    .map((name) => `${name}, which ${path || "the root"} asks for, has no entry`);
}

/** Looks where Node would: beside the package, then in each folder above. */
function isLocked(packages: Packages, path: string, name: string): boolean {
  const beside = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
  if (beside in packages) return true;
  if (path === "") return false;
  const above = path.lastIndexOf("/node_modules/");
  return isLocked(packages, above === -1 ? "" : path.slice(0, above), name);
}

function unsound(path: string, entry: Entry): string[] {
  if (entry.link || entry.inBundle) return [];
  const faults: string[] = [];
  if (!entry.version || !entry.integrity) faults.push(`${path} has no version or no integrity`);
  if (entry.resolved !== undefined && !entry.resolved.startsWith(publicRegistry)) {
    faults.push(`${path} comes from elsewhere than ${publicRegistry}`);
  }
  return faults;
}

/** A workspace's own entry says what its package.json says, in exact versions. */
function differing(root: string, path: string, entry: Entry): string[] {
  const manifest = `${path === "" ? "" : `${path}/`}package.json`;
  const declared = JSON.parse(readText(root, manifest)) as Entry;
  return kinds.flatMap((kind) => {
    const versions = Object.entries(declared[kind] ?? {});
    const locked = entry[kind] ?? {};
    return [
      ...versions
        .filter(([name, version]) => locked[name] !== version)
        .map(([name]) => `${manifest} and the lock file differ about ${name}: run npm install`),
      ...versions
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(
          ([name, version]) => `${manifest} asks for ${name} ${version}, not for an exact version`,
        ),
      ...Object.keys(locked)
        .filter((name) => declared[kind]?.[name] === undefined)
        .map((name) => `${name} is in the lock file but not in ${manifest}: run npm install`),
    ];
  });
}
