import { useI18n } from "../../i18n/i18n.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { useDesk } from "./desk.ts";
import { SimpleHelp } from "./simple-help.tsx";

/** Who can help with what. It calls nobody, and says so. */
export function HelpSheet() {
  const { model } = useDesk();
  const { station } = useI18n().t;
  if (model.me.value?.mode.simple === true) return <SimpleHelp />;
  const helpers = [
    { icon: "wrench", what: station.helpMachine, who: station.helpMachineWho },
    { icon: "package-open", what: station.helpFabric, who: station.helpFabricWho },
    { icon: "search-check", what: station.helpQuality, who: station.helpQualityWho },
  ] as const;
  return (
    <BackSheet icon="hand" title={station.helpTitle}>
      <dl class="helpers">
        {helpers.map(({ icon, what, who }) => (
          <div key={what}>
            <LineIcon name={icon} />
            <dt>{what}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
      <p class="lead">{station.helpNote}</p>
    </BackSheet>
  );
}
