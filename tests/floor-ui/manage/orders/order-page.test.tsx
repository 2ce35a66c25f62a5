// @vitest-environment happy-dom

import { cleanup } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { openDesk } from "../../support/open-desk.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("[OD14] an order that is not there leads back to those that are", async () => {
  const unknown = {
    code: "order-unknown",
    message: "La commande 2026-9 n’existe pas.",
    faults: [],
  };
  const { app } = openDesk("/manage/orders/2026-9", () => ({ status: 404, json: unknown }));

  await app.findByText("La commande 2026-9 n’existe pas.");

  const link = await app.findByRole("link", { name: "Toutes les commandes" });
  expect(link.getAttribute("href")).toBe("/manage/orders");
});
