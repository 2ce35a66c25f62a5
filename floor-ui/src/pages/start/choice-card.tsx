/** One of a few answers, as a large target with its explanation. */
export function ChoiceCard(props: {
  readonly group: string;
  readonly title: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onPick: () => void;
}) {
  const { group, title, hint, isOn, onPick } = props;
  return (
    <label class="st-choice">
      <input type="radio" name={group} checked={isOn} onChange={onPick} />
      <span>
        <b>{title}</b>
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
