/**
 * Holds who may import whom: the folders of docs/architecture.md, as a table.
 * Run: `npm run check:imports`.
 */
import { posix } from "node:path";
import type { Fault } from "./fault.ts";
import { child, children, type Node, parseSyntax, type Syntax, text } from "./syntax.ts";
import { listFiles, readText, sourceFolders } from "./tree.ts";

/** A place of the tree and the other places that its files may import; `types:` allows only types of it. */
interface Rule {
  place: string;
  may: readonly string[];
}

const shared = "@trame/shared";
/** The second entry of shared: its schemas, which bring TypeBox with them. */
const schemas = "@trame/shared/schemas";
const clock = "server/src/clock";
/** In whose name something is written. */
const author = "server/src/author";
const edge = [
  ...[shared, "types:@trame/broker", clock, author, "server/src/record"],
  "types:server/src/store",
];

/** From the particular to the general: the first place that holds a file is the one that counts. */
const rules: readonly Rule[] = [
  { place: "server/src/ingest", may: edge },
  {
    place: "server/src/api",
    may: [
      ...[...edge, schemas, "types:server/src/live", "types:server/src/tls"],
      "types:server/src/people",
      "server/src/one-by-one",
      ...[
        "access",
        "backup",
        "retention",
        "balance",
        "exports",
        "imports",
        "journal",
        "paper",
        "photos",
        "privacy",
        "reports",
      ].map((folder) => `server/src/${folder}`),
    ],
  },
  // What reads for reports also writes the file that is asked for most.
  { place: "server/src/store/reader", may: [shared, "server/src/store", "server/src/reports"] },
  { place: "server/src/store/reader-thread", may: ["server/src/store", "server/src/give-way"] },
  { place: "server/src/access", may: [shared, author, "types:server/src/store"] },
  { place: "server/src/people", may: [] },
  { place: "server/src/devices", may: [shared, "types:@trame/broker"] },
  { place: "server/src/record", may: [shared, clock, author, "server/src/store"] },
  { place: "server/src/store", may: [shared, clock, author] },
  { place: "server/src/live", may: [shared] },
  {
    place: "server/src/balance",
    may: [shared, "server/src/one-at-a-time", "server/src/give-way"],
  },
  {
    place: "server/src/paper",
    may: [
      ...[shared, "types:server/src/store"],
      ...["server/src/one-at-a-time", "server/src/give-way"],
    ],
  },
  { place: "server/src/give-way", may: [] },
  { place: "server/src/one-at-a-time", may: [] },
  { place: "server/src/one-by-one", may: [] },
  { place: "server/src/reports", may: [shared, "types:server/src/store"] },
  {
    // A thread with a connection of its own.
    place: "server/src/exports/export-thread",
    may: ["exports", "store", "one-at-a-time", "give-way"].map((part) => `server/src/${part}`),
  },
  {
    place: "server/src/exports",
    may: [
      shared,
      "types:server/src/store",
      ...["reports", "paper", "one-at-a-time", "one-by-one"].map(
        (folder) => `server/src/${folder}`,
      ),
    ],
  },
  {
    place: "server/src/backup",
    may: [shared, author, "types:server/src/store", "server/src/one-by-one"],
  },
  {
    place: "server/src/retention",
    may: [
      ...[shared, "types:server/src/store", "server/src/store/retention"],
      ...["server/src/store/database-file", "types:server/src/backup"],
      "server/src/backup/next-due",
    ],
  },
  { place: "server/src/privacy", may: [shared] },
  { place: "server/src/journal", may: ["types:server/src/store", "server/src/backup"] },
  {
    place: "server/src/imports",
    may: [shared, "types:server/src/store", "server/src/reports/csv"],
  },
  { place: "server/src/app", may: [shared, "@trame/broker", "server/src"] },
  {
    place: "server/src/main",
    may: [shared, ...["app", "config", "admin-token"].map((file) => `server/src/${file}`)],
  },
  {
    place: "server/src/verify-journal",
    may: ["server/src/config", "server/src/journal", "server/src/backup", "server/src/store"],
  },
  { place: "server/src/rebuild", may: [shared, "server/src/config", "server/src/store"] },
  { place: "server/src/config", may: [shared] },
  { place: "server/src/admin-token", may: [] },
  { place: "server/src/photos", may: [] },
  { place: "server/src/tls", may: [shared, "types:@trame/broker"] },
  { place: clock, may: [shared] },
  { place: author, may: [] },
  { place: "floor-ui/src/ui", may: ["types:@trame/shared", "types:floor-ui/src/i18n"] },
  { place: "floor-ui/src/i18n", may: ["types:@trame/shared"] },
  { place: "floor-ui/src/data", may: [shared] },
  {
    place: "floor-ui/src/pages",
    may: [shared, ...["data", "ui", "i18n", "styles"].map((folder) => `floor-ui/src/${folder}`)],
  },
  { place: "floor-ui/src", may: [shared] },
  { place: "shared/src", may: [] },
  { place: "broker/src", may: [shared] },
  { place: "firmware-sim/src", may: [shared] },
];

/** Places that see everything. */
const free = ["tests", "scripts"];

/** A library that only one place may name; tests and scripts may too, benchmarks compare with the bare thing. */
const owners: Readonly<Record<string, string>> = {
  aedes: "broker/src",
  "better-sqlite3": "server/src/store",
  fastify: "server/src",
  preact: "floor-ui/src",
};

/** Places that run in a browser too, or only compute: nothing of Node there. */
const withoutNode = ["shared/src", "floor-ui/src"];

interface Import {
  specifier: string;
  line: number;
  isType: boolean;
}

/** Finds the imports that the table does not allow. */
export function checkImports(root: string): Fault[] {
  return sourceFolders.flatMap((folder) =>
    listFiles(root, folder, [".ts", ".tsx"])
      .filter((file) => !free.includes(folder) && file.startsWith(`${folder}/src/`))
      .flatMap((file) => faultsOf(root, file)),
  );
}

function faultsOf(root: string, file: string): Fault[] {
  const rule = rules.find(({ place }) => isWithin(file, place));
  if (rule === undefined) {
    return [
      {
        file,
        line: 1,
        message: "this folder has no line in the table of scripts/checks/imports.ts",
      },
    ];
  }
  return importsOf(parseSyntax(file, readText(root, file))).flatMap((found) => {
    const message = objection(file, rule, found);
    return message === undefined ? [] : [{ file, line: found.line, message }];
  });
}

function objection(file: string, rule: Rule, found: Import): string | undefined {
  const { specifier, isType } = found;
  if (specifier.startsWith(".")) return objectionToFile(file, rule, found);
  if (specifier === schemas) {
    return rule.may.includes(schemas) ? undefined : `only what validates names ${schemas}`;
  }
  if (specifier.startsWith("@trame/")) {
    if (specifier.split("/").length > 2) return `enters a workspace by a deep path: ${specifier}`;
    return forbidden(rule, specifier, isType);
  }
  if (specifier.startsWith("node:") && withoutNode.some((place) => isWithin(file, place))) {
    return `${specifier} is not there in a browser`;
  }
  const owner = owners[specifier.split("/")[0] ?? ""];
  if (owner === undefined || isWithin(file, owner)) return undefined;
  return `only ${owner} names ${specifier}`;
}

function objectionToFile(
  file: string,
  rule: Rule,
  { specifier, isType }: Import,
): string | undefined {
  const target = posix.join(posix.dirname(file), specifier);
  const workspace = `${file.split("/")[0]}/src`;
  if (!isWithin(target, workspace)) return `leaves its workspace: ${specifier}`;
  return isWithin(target, rule.place) ? undefined : forbidden(rule, target, isType);
}

function forbidden(rule: Rule, target: string, isType: boolean): string | undefined {
  const allows = (place: string) => isWithin(target, place);
  if (rule.may.some(allows)) return undefined;
  const typesOnly = rule.may.some((may) => may.startsWith("types:") && allows(may.slice(6)));
  if (typesOnly && isType) return undefined;
  return `${rule.place} may not import ${typesOnly ? "more than types of " : ""}${target}`;
}

/** True for the place itself, with or without its ending (`record` is `record.ts` or `record/`), and for all under it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path === `${place}.ts` || path.startsWith(`${place}/`);
}

/** Every way in which a file can name another: import, export from, import(), import types, and a worker's URL. */
function importsOf({ nodes, lineOf }: Syntax): Import[] {
  return nodes.flatMap((node) => {
    const specifier = text(sourceOf(node));
    return specifier === undefined ? [] : [{ specifier, line: lineOf(node), isType: isType(node) }];
  });
}

function sourceOf(node: Node): Node | undefined {
  if (node.type === "NewExpression") {
    const [path, base] = children(node, "arguments");
    const isUrl = child(node, "callee")?.["name"] === "URL";
    const isModule = /\.[cm]?[jt]sx?$/.test(text(path) ?? "");
    return isUrl && isModule && child(base, "object")?.type === "MetaProperty" ? path : undefined;
  }
  const names = /^(ImportDeclaration|ImportExpression|Export(Named|All)Declaration|TSImportType)$/;
  return names.test(node.type) ? child(node, "source") : undefined;
}

function isType(node: Node): boolean {
  const kindOf = (of: Node) => of["importKind"] ?? of["exportKind"];
  if (node.type === "TSImportType" || kindOf(node) === "type") return true;
  const names = children(node, "specifiers");
  return names.length > 0 && names.every((name) => kindOf(name) === "type");
}
