type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is remembered between visits, and what is remembered in this tab. */
export const keptInBrowser: Kept = storageOr(() => window.localStorage);
export const keptInTab: Kept = storageOr(() => window.sessionStorage);

/** A frame in another site's page may get no storage at all: then it remembers until it is closed. */
function storageOr(storage: () => Storage): Kept {
  try {
    return storage();
  } catch {
    const memory = new Map<string, string>();
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    };
  }
}
