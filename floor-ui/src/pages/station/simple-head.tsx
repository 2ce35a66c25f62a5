import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import { linkView } from "./bar-view.ts";
import { useDesk } from "./desk.ts";
import { isNamed } from "./is-named.ts";

/** Who I am; that something is kept; and the sentence, to be heard. */
export function SimpleHead({ sentence }: { readonly sentence: string }) {
  const { model, panel, tools } = useDesk();
  const i18n = useI18n();
  const { voice } = tools;
  const me = model.me.value;
  const link = linkView(model, i18n);
  const isHidden = me !== null && !isNamed(model.view.value);
  return (
    <header class="head">
      <button
        type="button"
        class="me"
        aria-label={isHidden ? i18n.t.station.people : undefined}
        onClick={() => {
          panel.value = "people";
        }}
      >
        <PersonPictogram name={me?.pictogram ?? null} />
        {!isHidden && (me?.pseudonym ?? i18n.t.station.nobody)}
      </button>
      {!link.isConnected && (
        <p class="ok away" role="status">
          <LineIcon name="cloud-off" />
          {link.text}
        </p>
      )}
      {voice.canSpeak && (
        <BigButton
          icon="volume-2"
          label={i18n.t.simple.listen}
          weight="soft"
          onPress={() => voice.say(sentence, i18n.language)}
        />
      )}
    </header>
  );
}
