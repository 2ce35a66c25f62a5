import { useEffect, useState } from "preact/hooks";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon, type FloorIconName } from "../../ui/floor-desk/floor-icon.tsx";

type Tab = "calls" | "line" | "bundles" | "team";

const TABS: readonly { readonly name: Tab; readonly icon: FloorIconName }[] = [
  { name: "calls", icon: "bell" },
  { name: "line", icon: "grid" },
  { name: "bundles", icon: "bundle" },
  { name: "team", icon: "team" },
];
/** A section is the present one from when its head is this near to where it is scrolled to. px */
const NEAR = 48;

/** The sections of a phone's one column, at the thumb. */
export function TabBar() {
  const { t } = useFloorWords();
  const current = useCurrentTab();
  return (
    <nav class="fd-tabs" aria-label={t.floor.sections}>
      {TABS.map(({ name, icon }) => (
        <a key={name} href={`#${name}`} aria-current={name === current ? "location" : undefined}>
          <FloorIcon name={icon} />
          {t.floor.tabs[name]}
        </a>
      ))}
    </nav>
  );
}

/** The last section whose head has come up. */
function useCurrentTab(): Tab {
  const [current, setCurrent] = useState<Tab>("calls");
  useEffect(() => {
    const look = () => {
      const { scrollPaddingTop } = getComputedStyle(document.documentElement);
      const from = (Number.parseFloat(scrollPaddingTop) || 0) + NEAR;
      const isUp = ({ name }: { readonly name: Tab }) => {
        const top = document.getElementById(name)?.getBoundingClientRect().top;
        return top !== undefined && top < from;
      };
      setCurrent(TABS.findLast(isUp)?.name ?? "calls");
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);
  return current;
}
