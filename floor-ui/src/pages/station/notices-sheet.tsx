import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { useDesk } from "./desk.ts";

/** What came back about things done without the network: information, nothing that anybody has to do. */
export function NoticesSheet() {
  const { model, panel } = useDesk();
  const { t, time } = useI18n();
  const { station } = t;
  const notices = model.notices.value;
  return (
    <BackSheet icon="history" title={station.noticesTitle}>
      <ul class="rows">
        {notices.map(({ key, at, text, answer }) => (
          <li key={key}>
            <p>
              <b>{[time(at), text].filter((word) => word !== null).join(" · ")}</b>
              <span>{answer.message}</span>
              {answer.accepted && <span>{station.noticeTaken}</span>}
            </p>
            <BigButton
              icon="check"
              label={station.noticeRead}
              weight="soft"
              onPress={() => {
                model.dismissNotice(key);
                if (model.notices.peek().length === 0) panel.value = "none";
              }}
            />
          </li>
        ))}
      </ul>
    </BackSheet>
  );
}
