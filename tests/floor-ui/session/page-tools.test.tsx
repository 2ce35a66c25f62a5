// @vitest-environment happy-dom

import { cleanup } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Me } from "../../../floor-ui/src/data/session/me.ts";
import { openDesk } from "../support/open-desk.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const NOBODY: Me = {
  ...{ kind: "anonymous", role: null, name: null, permissions: [] },
  ...{ setupNeeded: false, secure: true },
};

describe("a page without a menu", () => {
  it.each(["/start", "/trust", "/copy"])(
    "[AU3] says who is signed in, and has the way out: %s",
    async (page) => {
      const { app } = openDesk(page, () => null);
      expect(await app.findByText("Ada")).toBeDefined();
      expect(await app.findByRole("button", { name: "Se déconnecter" })).toBeDefined();
    },
  );

  it("[AU3] has no way out for whoever is not in", async () => {
    const { app } = openDesk("/trust", () => null, { me: NOBODY });
    await app.findByRole("link", { name: "English" });
    expect(app.queryByRole("button", { name: "Se déconnecter" })).toBeNull();
  });
});
