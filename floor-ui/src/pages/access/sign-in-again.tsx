import { useId } from "preact/hooks";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { Modal } from "../../ui/desk/modal.tsx";
import { PlainNotice } from "./plain-notice.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import "../../styles/access.css";

/** Before a page whose session has ended: what was asked waits for the answer, and what was typed is behind it ([AU2]). */
export function SignInAgain() {
  const { isWanted } = useSession();
  return isWanted.value ? <Asking /> : null;
}

function Asking() {
  const { t } = useSignWords();
  const { giveUp } = useSession();
  const heading = useId();
  return (
    <Modal look="sign-again" heading={heading} onClose={giveUp}>
      <div class="sign-again-in">
        <h2 id={heading}>{t.signIn.again}</h2>
        <p class="about">{t.signIn.againLead}</p>
        <PlainNotice />
        <SignInForm onLeave={giveUp} />
      </div>
    </Modal>
  );
}
