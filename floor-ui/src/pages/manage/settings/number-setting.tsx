import { useSettingsWords } from "../../../i18n/settings.ts";
import { CheckField } from "../../../ui/desk/fields.tsx";
import { NumberField } from "./number-field.tsx";
import { SettingPanel } from "./setting-panel.tsx";

/** One figure of a setting. */
export interface FigureOf<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly unit: string;
  readonly isWhole?: boolean;
  /** Stored value × this = what is typed: 100 for a share that people write in percent. */
  readonly times?: number;
}

/** A setting that is a few figures, and maybe switches. */
export function NumberSetting<Figure extends string, Switch extends string = never>(props: {
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly figures: readonly FigureOf<Figure>[];
  readonly switches?: readonly { readonly name: Switch; readonly label: string }[];
}) {
  type Value = Readonly<Record<Figure, number> & Record<Switch, boolean>>;
  const { title, lead, address, figures, switches = [] } = props;
  const { t, decimal } = useSettingsWords();

  function tell(before: Value, after: Value): string[] {
    const numbers = figures
      .filter(({ name }) => before[name] !== after[name])
      .map((figure) => {
        const shown = (value: Value) =>
          withUnit(decimal(typedOf(figure, value[figure.name])), figure);
        return t.limits.change(figure.label, shown(before), shown(after));
      });
    const turned = switches
      .filter(({ name }) => before[name] !== after[name])
      .map(({ name, label }) => {
        const said = (value: Value) => (value[name] ? t.limits.yes : t.limits.no);
        return t.limits.change(label, said(before), said(after));
      });
    return [...numbers, ...turned];
  }

  return (
    <SettingPanel<Value> title={title} lead={lead} address={address} tell={tell}>
      {(value, edit, faults) => (
        <div class="row">
          {figures.map((figure) => (
            <NumberField
              key={figure.name}
              label={withUnitIn(figure)}
              value={typedOf(figure, value[figure.name])}
              isWhole={figure.isWhole === true}
              isNeeded={true}
              fault={faults.get(`/${figure.name}`)}
              onNumber={(typed) => {
                if (typed !== null) edit({ ...value, [figure.name]: storedOf(figure, typed) });
              }}
            />
          ))}
          {switches.map(({ name, label }) => (
            <CheckField
              key={name}
              label={label}
              isOn={value[name]}
              onSet={(isOn) => edit({ ...value, [name]: isOn })}
            />
          ))}
        </div>
      )}
    </SettingPanel>
  );
}

function withUnit(text: string, { unit }: FigureOf<string>): string {
  return unit === "" ? text : `${text}\u00a0${unit}`;
}

function withUnitIn({ label, unit }: FigureOf<string>): string {
  return unit === "" ? label : `${label} (${unit})`;
}

/** Without the dust of a product in binary. */
function typedOf({ times = 1 }: FigureOf<string>, stored: number): number {
  return Math.round(stored * times * 1e6) / 1e6;
}

function storedOf({ times = 1 }: FigureOf<string>, typed: number): number {
  return times === 1 ? typed : Math.round((typed / times) * 1e8) / 1e8;
}
