// @vitest-environment happy-dom

import { cleanup } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FakeApi } from "../../browser/support/fake-server.ts";
import { openDesk } from "../support/open-desk.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const NO_PLAN = { code: "plan-none", message: "envoyez-en un avec PUT /api/v1/plan", faults: [] };
const undescribed: FakeApi = ({ path }) => {
  if (path.startsWith("/api/v1/plan/versions")) return { status: 200, json: { now: 0, froms: [] } };
  if (path === "/api/v1/devices") return { status: 200, json: { devices: [] } };
  return /^\/api\/v1\/(plan|calendar)/.test(path) ? { status: 404, json: NO_PLAN } : null;
};

describe("a workshop that begins", () => {
  it.each([
    ...["/prepare/counts", "/prepare/stations", "/manage/settings"],
    ...["/manage/settings/hours", "/manage/settings/lines", "/manage/settings/counters"],
  ])("[MD12] is led from %s to its description", async (address) => {
    const { app } = openDesk(address, undescribed);

    const [link] = await app.findAllByRole("link", { name: "Commencer pas à pas" });

    expect(link?.getAttribute("href")).toBe("/start");
    expect(app.queryByText(/PUT/)).toBeNull();
  });
});
