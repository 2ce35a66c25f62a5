import type { Present } from "@trame/shared";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { useDesk } from "./desk.ts";

/** Who is here, who acts, who leaves. Several at one station is normal. */
export function PeopleSheet() {
  const { model, panel } = useDesk();
  const { station } = useI18n().t;
  const present = model.view.value?.present ?? [];
  return (
    <BackSheet icon="user-round" title={station.people}>
      <ul class="rows people">
        {present.map((person) => (
          <Person key={person.assignmentId} person={person} />
        ))}
      </ul>
      <BigButton
        icon="eye"
        label={station.own}
        weight="soft"
        onPress={() => {
          panel.value = "own";
        }}
      />
      <p class="lead">{station.peopleHint}</p>
      <BigButton
        icon="id-card-lanyard"
        label={present.length === 0 ? station.typeBadge : station.badgeAnother}
        weight="main"
        onPress={() => {
          panel.value = "scan";
        }}
      />
    </BackSheet>
  );
}

function Person({ person }: { readonly person: Present }) {
  const { model, panel } = useDesk();
  const { station } = useI18n().t;
  const isMe = model.me.value?.assignmentId === person.assignmentId;
  return (
    <li>
      <p class="who">
        <PersonPictogram name={person.pictogram} />
        {person.pseudonym}
      </p>
      {isMe ? (
        <p class="acting">{station.acting}</p>
      ) : (
        <BigButton
          icon="check"
          label={station.itsMe}
          weight="soft"
          onPress={() => {
            model.choose(person.assignmentId);
            panel.value = "none";
          }}
        />
      )}
      <BigButton
        icon="log-out"
        label={station.leave}
        weight="soft"
        onPress={() => void model.badgeOut(person.assignmentId)}
      />
    </li>
  );
}
