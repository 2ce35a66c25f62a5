import { BigButton } from "../../ui/station/big-button.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import type { CallView } from "./call-view.ts";
import { useDesk } from "./desk.ts";
import { useOnce } from "./use-once.ts";

/** One thing to ask for: a button, and once it is asked for how that stands, in the same place. */
export function CallCell(props: {
  readonly view: CallView;
  readonly words: { readonly resolved: string; readonly back: string };
}) {
  const { model } = useDesk();
  const once = useOnce();
  const { view, words } = props;
  const { kind, icon, label, open } = view;
  if (open === null) {
    return <BigButton icon={icon} label={label} onPress={() => once(() => model.call(kind))} />;
  }
  const { key, state, canTakeBack } = open;
  return (
    <section class="asked" aria-label={label}>
      <LineIcon name={icon} />
      <div>
        <p class="what">{label}</p>
        <p class="state" role="status">
          {state}
        </p>
      </div>
      <div class="call-ends">
        <BigButton
          icon="check"
          label={words.resolved}
          weight="soft"
          onPress={() => once(() => model.resolveCall(key))}
        />
        {canTakeBack && (
          <BigButton
            icon="undo-2"
            label={words.back}
            weight="soft"
            onPress={() => once(() => model.takeBackCall(key))}
          />
        )}
      </div>
    </section>
  );
}
