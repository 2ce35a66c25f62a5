// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { PasswordField } from "../../../floor-ui/src/ui/desk/password-field.tsx";

afterEach(cleanup);

function drawn() {
  const typed: string[] = [];
  const words = { show: "Voir", hide: "Cacher", showHint: () => "Voir", hideHint: () => "Cacher" };
  render(
    <PasswordField
      {...{ label: "Mot de passe", value: "", fill: "current-password", words }}
      onText={(text) => typed.push(text)}
    />,
  );
  return { input: screen.getByLabelText<HTMLInputElement>("Mot de passe"), typed };
}

describe("field of a password", () => {
  it("[AU12] is hidden until whoever types wants to read it", () => {
    const { input } = drawn();
    expect(input.type).toBe("password");
    fireEvent.click(screen.getByRole("button", { name: "Voir" }));
    expect(input.type).toBe("text");
    fireEvent.click(screen.getByRole("button", { name: "Cacher" }));
    expect(input.type).toBe("password");
  });

  it("[AU12] may be pasted into, and tells a password manager what it is", () => {
    const { input, typed } = drawn();
    const pasting = new Event("paste", { bubbles: true, cancelable: true });
    input.dispatchEvent(pasting);
    fireEvent.input(input, { target: { value: " quatre Bobines " } });
    expect(pasting.defaultPrevented).toBe(false);
    expect([input.autocomplete, typed]).toEqual(["current-password", [" quatre Bobines "]]);
  });
});
