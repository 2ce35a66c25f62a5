import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";

/** What is typed without encryption can be read by others on the network. */
export function PlainNotice() {
  const { t } = useSignWords();
  const { me } = useSession();
  if (me.value?.secure !== false) return null;
  return (
    <p class="sign-plain">
      <DeskIcon name="alert" />
      {t.signIn.plain}
    </p>
  );
}
