/** A time of day as walls set it: a small separator between large figures. */
export function Time(props: {
  readonly parts: { readonly hour: string; readonly separator: string; readonly minute: string };
}) {
  const { hour, separator, minute } = props.parts;
  return (
    <>
      {hour}
      <small>{separator}</small>
      {minute}
    </>
  );
}
