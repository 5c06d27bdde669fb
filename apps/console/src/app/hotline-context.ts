import { createContext, useContext, useMemo } from 'react';
import type { Hotline, Named } from '../api/types.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** The hotline whose page this is: its time zone and its own words are needed almost everywhere. */
export const HotlineContext = createContext<Hotline | null>(null);

/** The hotline of this page. Only called below a page that has loaded it. */
export function useHotline(): Hotline {
  const hotline = useContext(HotlineContext);
  if (hotline === null) throw new Error('no hotline on this page: it must be rendered inside HotlineContext');
  return hotline;
}

/** Names of a regulation’s things by their ids, in the current language, as the last edition that had them says; an unknown id is shown as it is. */
export function useNames() {
  const hotline = useHotline();
  const { say } = useTexts();
  return useMemo(() => {
    const { former } = hotline;
    const find = (inForce: readonly Named[], before: readonly Named[]) => (id: string | null | undefined) => {
      if (id === null || id === undefined || id === '') return '';
      const named = [...inForce, ...before].find((one) => one.id === id);
      return named === undefined ? id : say(named.name);
    };
    return {
      category: find(hotline.categories, former.categories),
      product: find(hotline.products, former.products),
      clientCategory: find(hotline.clientCategories, former.clientCategories),
      entryPoint: find(hotline.entryPoints, former.entryPoints),
      reason: find(hotline.reasons, former.reasons),
      vendor: find(hotline.vendors, former.vendors),
      skill: find(hotline.skills, former.skills),
      step: find(hotline.diagnosisSteps, former.diagnosisSteps),
      tool: find(hotline.remoteSessions?.tools ?? [], former.tools),
      consentHow: find(hotline.remoteSessions?.consents ?? [], former.consents),
      clock: find(hotline.clocks, former.clocks),
      clause: (number: string) => say(hotline.clauses.find((clause) => clause.number === number)?.text),
    };
  }, [hotline, say]);
}
