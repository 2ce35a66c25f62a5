// @vitest-environment happy-dom

import { cleanup } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Me } from "../../../floor-ui/src/data/session/me.ts";
import { openDesk } from "../support/open-desk.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const STRANGER: Me = {
  ...{ kind: "anonymous", role: null, name: null, permissions: [] },
  ...{ setupNeeded: false, secure: false },
};

/** The links of a page that asks to sign in, over plain HTTP from another device. */
async function linksAt(address: string, httpsPort: number | null) {
  const { app } = openDesk(
    address,
    ({ path }) => (path === "/api/v1/tls" ? { status: 200, json: { httpsPort } } : null),
    { me: STRANGER },
  );
  const notice = (await app.findByText(/n’est pas chiffrée/)).closest(".sign-plain");
  await app.findByRole("link", { name: httpsPort === null ? /^Faire/ : /^Ouvrir https/ });
  return [...(notice?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"));
}

describe("a page that takes no password", () => {
  it("[TL19] leads to the same page over HTTPS, and to the one that explains how to trust it", async () => {
    expect(await linksAt("/sign-in?to=/manage", 8443)).toEqual([
      "https://localhost:8443/sign-in?to=/manage",
      "/trust",
    ]);
  });

  it("[TL19] names no such address where there is none", async () => {
    expect(await linksAt("/sign-in", null)).toEqual(["/trust"]);
  });
});
