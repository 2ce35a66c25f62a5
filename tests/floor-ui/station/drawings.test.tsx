// @vitest-environment happy-dom

import { cleanup, render } from "@testing-library/preact";
import { OPERATION_PICTOGRAMS, PERSON_PICTOGRAMS } from "@trame/shared";
import { afterEach, describe, expect, it } from "vitest";
import { CountTape } from "../../../floor-ui/src/ui/station/count-tape.tsx";
import { LineIcon } from "../../../floor-ui/src/ui/station/line-icon.tsx";
import { OperationPictogram } from "../../../floor-ui/src/ui/station/operation-pictogram.tsx";
import { PersonPictogram } from "../../../floor-ui/src/ui/station/person-pictogram.tsx";
import { Tens } from "../../../floor-ui/src/ui/station/tens.tsx";

afterEach(cleanup);

function drawn(element: preact.JSX.Element): string {
  const { container } = render(element);
  const html = container.innerHTML;
  cleanup();
  return html;
}

describe("drawings of the station", () => {
  it("[E17] has a picture of its own for each operation and each person", () => {
    const operations = OPERATION_PICTOGRAMS.map((pictogram) =>
      drawn(<OperationPictogram picture={{ pictogram }} />),
    );
    const people = PERSON_PICTOGRAMS.map((name) => drawn(<PersonPictogram name={name} />));
    const all = [...operations, ...people];
    expect(all.filter((html) => !html.includes("<path"))).toEqual([]);
    expect(new Set(all).size).toBe(OPERATION_PICTOGRAMS.length + PERSON_PICTOGRAMS.length);
  });

  it("[E17] draws nothing for a name that is none, and a head for nobody's", () => {
    expect(drawn(<OperationPictogram picture={{ pictogram: "constructor" }} />)).toBe("");
    const unknown = drawn(<PersonPictogram name="toString" />);
    expect(unknown).toBe(drawn(<PersonPictogram name={null} />));
  });

  it("[E17] shows the workshop's photo where it has one", () => {
    const html = drawn(<OperationPictogram picture={{ photo: "a/b" }} />);
    expect(html).toBe('<img class="photo" src="/api/v1/photos/a%2Fb" alt="">');
  });

  it("[E17] draws icons without a request", () => {
    const html = drawn(<LineIcon name="check" />);
    expect(html).toContain('<path d="M20 6 9 17l-5-5">');
    expect(html).not.toContain("url(");
  });

  it.each([
    [37, 50, ["10", "20", "30", "40", "50"]],
    [5, 24, ["5", "10", "15", "20", "24"]],
    [140, 300, ["50", "100", "150", "200", "250", "300"]],
    [3, 1, ["1"]],
  ])("[E1] measures %i of %i by round numbers", (done, of, labels) => {
    const { container } = render(<CountTape done={done} of={of} label="" />);
    const texts = [...container.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts).toEqual(labels);
    const width = Number(container.querySelector(".measure-fill")?.getAttribute("width"));
    expect(width).toBeLessThanOrEqual(717.5);
  });

  it("[E12] counts in tens, full and empty", () => {
    const { container } = render(<Tens done={37} of={50} />);
    expect(container.querySelectorAll("span").length).toBe(5);
    expect(container.querySelectorAll("i").length).toBe(50);
    expect(container.querySelectorAll("i.o").length).toBe(13);
    expect(drawn(<Tens done={37} of={500} />)).toBe("");
  });
});
