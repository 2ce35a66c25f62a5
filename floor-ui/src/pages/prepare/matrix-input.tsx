import type { Style } from "@trame/shared";
import { useDeskWords } from "../../i18n/prepare.ts";
import { CellNumber } from "../../ui/desk/fields.tsx";
import { enterGoesDown } from "./enter-goes-down.ts";
import { cellKey } from "./order-form.ts";

/** Pieces by size (rows) and colour (columns), as typed. Enter goes down. */
export function MatrixInput(props: {
  readonly style: Style;
  readonly cells: Readonly<Record<string, string>>;
  readonly onCell: (key: string, text: string) => void;
}) {
  const { style, cells, onCell } = props;
  const { t } = useDeskWords();
  return (
    <div class="scroll">
      <table class="matrix-input">
        <thead>
          <tr>
            <td />
            {style.colours.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {style.sizes.map((size) => (
            <tr key={size}>
              <th scope="row">{size}</th>
              {style.colours.map(({ name }) => (
                <td key={name}>
                  <CellNumber
                    name={t.orders.piecesOf({ size, colour: name })}
                    value={cells[cellKey(size, name)] ?? ""}
                    onText={(text) => onCell(cellKey(size, name), text)}
                    onKeyDown={enterGoesDown}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
