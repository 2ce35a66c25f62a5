import { useSession } from "../../data/session/use-session.ts";
import { sayAddress } from "../../data/session/usual-address.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { useHref } from "../href.ts";
import { useHttpsPort } from "./use-https-port.ts";

/** What is typed without encryption can be read by others on the network; where the same page is encrypted, and how to get there. */
export function PlainNotice() {
  const { me } = useSession();
  return me.value?.secure === false ? <Plain /> : null;
}

function Plain() {
  const { t } = useSignWords();
  const href = useHref();
  const port = useHttpsPort();
  const { pathname, search } = location;
  return (
    <div class="sign-plain">
      <DeskIcon name="alert" />
      <div>
        <p>{t.signIn.plain}</p>
        {port !== null && (
          <p>
            <a href={`${sayAddress(location, port)}${pathname}${search}`}>
              {t.signIn.openHttps(sayAddress(location, port))}
            </a>
          </p>
        )}
        <p>
          {t.signIn.newDevice} <a href={href("/trust")}>{t.signIn.toTrust}</a>
        </p>
      </div>
    </div>
  );
}
