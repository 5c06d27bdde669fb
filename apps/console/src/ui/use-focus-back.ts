import { useEffect, useState } from 'react';

/** Gives the focus back to what had it before, once a dialog that exists only while it is open is gone: Mantine does so only for one that stays and closes. */
export function useFocusBack(): void {
  // While drawing for the first time: the dialog's own field takes the focus right after.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
    },
    [before],
  );
}
