import { useLayoutEffect } from "preact/hooks";
import { useDesk } from "./desk.ts";

/** What a person needs to see goes with the person: it holds while that person acts here. */
export function useModes(): void {
  const mode = useDesk().model.me.value?.mode;
  const [contrast, large, left, oneSwitch] = [
    mode?.contrast === true,
    mode?.largeText === true,
    mode?.leftHanded === true,
    mode?.oneSwitch === true,
  ];
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const modes = { contrast, large, left, switch: oneSwitch };
    for (const [name, isOn] of Object.entries(modes)) {
      if (isOn) dataset[name] = "";
      else delete dataset[name];
    }
    return () => {
      for (const name of Object.keys(modes)) delete dataset[name];
    };
  }, [contrast, large, left, oneSwitch]);
}
