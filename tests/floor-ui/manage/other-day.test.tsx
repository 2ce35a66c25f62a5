// @vitest-environment happy-dom

import { act, cleanup, render } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { openBrowserDesk } from "../../../floor-ui/src/data/desk/browser-desk.ts";
import { DeskContext } from "../../../floor-ui/src/data/desk/desk-context.ts";
import { useRead } from "../../../floor-ui/src/data/desk/use-read.ts";
import { createFakeSession } from "../support/fake-session.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Shown({ path }: { readonly path: string }) {
  const { value, refusal } = useRead<{ readonly good: number }>(path);
  return <p>{`${value?.good ?? "nothing"}, ${refusal?.code ?? "well"}`}</p>;
}

it("shows nothing of one address under another that nobody answers for", async () => {
  vi.stubGlobal("fetch", (path: string) =>
    path === "/day/16"
      ? Promise.resolve(Response.json({ good: 412 }))
      : Promise.reject(new TypeError("nobody there")),
  );
  const desk = openBrowserDesk(() => "fr", createFakeSession());
  const page = (path: string) => (
    <DeskContext.Provider value={desk}>
      <Shown path={path} />
    </DeskContext.Provider>
  );

  const app = render(page("/day/16"));
  await app.findByText("412, well");
  await act(() => app.rerender(page("/day/17")));

  expect(await app.findByText("nothing, unreached")).toBeDefined();
});
