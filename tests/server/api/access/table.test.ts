import { type LiveMessage, PERMISSIONS, ROLE_PERMISSIONS, ROLES } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createRights } from "../../../../broker/src/rights.ts";
import { ROUTE_PERMISSIONS } from "../../../../server/src/api/access/route-permissions.ts";

const DOCUMENT = "../../../../docs/access.md";

const HEAD = `# Who may do what

Made of [roles.ts](../shared/src/access/roles.ts) and [route-permissions.ts](../server/src/api/access/route-permissions.ts) by a test, which fails
when this page says anything else. Why there are these roles: [ADR 0015](adr/0015-roles-and-one-table.md).

An administrator may do everything; so does the admin token of the data folder. A program's key has the permissions that it was given. A counter speaks
MQTT alone and has none of these. *local* is whoever shows nothing on a server that only its own machine hears.
`;

function roleTable(): string {
  const rows = PERMISSIONS.map((permission) => {
    const marks = ROLES.map((role) => (ROLE_PERMISSIONS[role].has(permission) ? "yes" : ""));
    return `| \`${permission}\` | ${marks.join(" | ")} |`;
  });
  const head = `| | ${ROLES.join(" | ")} |\n|---|${ROLES.map(() => ":-:").join("|")}|`;
  return `## Roles\n\n${head}\n${rows.join("\n")}\n`;
}

function routeTable(): string {
  const parts = ["public", ...PERMISSIONS].map((permission) => {
    const routes = [...ROUTE_PERMISSIONS].filter(([, needed]) => needed === permission);
    const lines = routes.map(([route]) => `- \`${route}\``).toSorted();
    return `### \`${permission}\`\n\n${lines.join("\n") || "Nothing yet."}\n`;
  });
  return `## Routes\n\n${parts.join("\n")}`;
}

/** Kinds of live messages; one that is added to the protocol is missing here until it is looked at. */
const LIVE: Readonly<Record<LiveMessage["type"], string>> = {
  snapshot: "the board whole, to whoever begins to watch or was away for too long",
  patch: "the rows of lines and stations that changed",
  tick: "that nothing changed for ten seconds",
};

/** Who is told by a socket, and what counters may say and hear. */
function messageTable(): string {
  const told = ROLES.map((role) => (ROLE_PERMISSIONS[role].has("board.read") ? "yes" : ""));
  const live = Object.entries(LIVE).map(
    ([kind, what]) => `| \`${kind}\`: ${what} | ${told.join(" | ")} |`,
  );
  const head = `| | ${ROLES.join(" | ")} |\n|---|${ROLES.map(() => ":-:").join("|")}|`;
  const counter = createRights({ deviceId: "ID", make: "trame", topic: "ID", secret: null });
  const says = [...counter.kinds.keys()].map((topic) => `\`${topic}\``).join(", ");
  const socket = `A socket of \`GET /api/v1/live\` takes one \`hello\` and does nothing else that it is asked. It tells:`;
  return `## Live messages

${socket}

${head}
${live.join("\n")}

## Counters

A counter that showed its secret publishes to ${says} of its own id and hears \`${counter.filter}\`; everything else closes its connection or is refused. Nobody else is heard over MQTT.
`;
}

describe("the documentation of roles", () => {
  it("[RO1] shows the tables as they are", async () => {
    const document = [HEAD, roleTable(), routeTable(), messageTable()].join("\n");
    await expect(document).toMatchFileSnapshot(DOCUMENT);
  });

  it("[RO1] no role but an administrator's has what is an administrator's alone", () => {
    const alone = ["access.manage", "backups.manage", "privacy.write"] as const;
    const having = ROLES.filter((role) => alone.some((each) => ROLE_PERMISSIONS[role].has(each)));
    expect(having).toEqual(["administrator"]);
  });

  it("[RO1] whoever is no account reads no person", () => {
    const people = ["people.read", "people.write", "journal.read", "privacy.read"] as const;
    for (const role of ["anonymous", "local", "wall", "station"] as const) {
      expect(people.filter((each) => ROLE_PERMISSIONS[role].has(each))).toEqual([]);
    }
  });

  it("[RO1] a wall's routes are read-only", () => {
    const routes = [...ROUTE_PERMISSIONS].filter(
      ([, needed]) => needed !== "public" && ROLE_PERMISSIONS.wall.has(needed),
    );
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter(([route]) => !route.startsWith("GET "))).toEqual([]);
  });
});
