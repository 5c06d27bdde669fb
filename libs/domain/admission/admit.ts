import type { Category, Language, Regulation, Text } from '../regulation/types.ts';
import { attachmentFaults } from './files.ts';
import { sentence } from './sentences.ts';
import type { Admission, Circumstances, Fault, Submission } from './types.ts';

/** The text in the asked language, else in the tenant's first language. */
export function inLanguage(text: Text | null, language: Language, regulation: Regulation): string {
  return text?.[language] ?? text?.[regulation.languages[0]] ?? '';
}

/** Where service levels differ by client, a request that names none counts as the first category of the list. */
export const withDefaults = (regulation: Regulation, submission: Submission): Submission => ({
  ...submission,
  clientCategory: submission.clientCategory ?? regulation.clientCategories[0]?.id ?? null,
});

/**
 * May this submission become a request under this regulation? All faults at once, each with its field and rule, in the
 * submitter's language. A closed channel is answered by the clause that closes it (kz-portal 30-8), a subject for verified
 * callers by the clause that asks who is calling (kuty 2.2), a chat by the clause that puts the instructions before it (kz-portal 30-16).
 */
export function admit(
  regulation: Regulation,
  submission: Submission,
  { verified, chat }: Circumstances = { verified: false, chat: null },
): Admission {
  const rule = regulation.channels.get(submission.channel);
  if (!rule?.open) {
    return {
      admitted: false,
      code: 'channel-closed',
      clause: rule?.clause ?? '',
      sentence:
        inLanguage(rule?.refusal ?? null, submission.language, regulation) ||
        sentence('channelClosed', submission.language),
    };
  }
  const unverified = verified ? null : forVerifiedOnly(regulation, submission);
  if (unverified !== null) return unverified;
  const unled = chat === 'led' ? null : withoutInstructions(regulation, submission, chat);
  if (unled !== null) return unled;
  const category = regulation.categories.get(submission.category);
  const faults = [
    ...placeFaults(regulation, submission),
    ...categoryFaults(category, submission),
    ...contactFaults(submission),
    ...acceptanceFaults(regulation, submission),
    ...attachmentFaults(regulation, submission.attachments, submission.language),
    ...(category ? fieldFaults(category, submission, regulation) : []),
  ];
  if (faults.length > 0 || !category) return { admitted: false, code: 'invalid-submission', faults };
  return { admitted: true, urgent: category.urgent, kind: category.kind };
}

/** Writers are not asked: the rule is about what is told by telephone. */
function forVerifiedOnly({ verification, ...regulation }: Regulation, s: Submission): Admission | null {
  if (verification === null || s.channel !== 'phone' || !verification.covers.includes(s.category)) return null;
  const told = verification.otherwise;
  return {
    admitted: false,
    code: 'caller-not-verified',
    clause: verification.clause,
    sentence: told[s.language] ?? told[regulation.languages[0]] ?? '',
  };
}

/** A chat is what enters where a chat does, whoever files it: the chat's page, a system, an operator. */
export const isChat = (regulation: Regulation, s: Submission): boolean =>
  s.channel === 'chat' || regulation.entryPoints.some(({ id, channel }) => id === s.entryPoint && channel === 'chat');

/** Where the regulation wants no instructions a chat needs no beginning; one that is named must have been begun. */
function withoutInstructions(regulation: Regulation, s: Submission, chat: Circumstances['chat']): Admission | null {
  const rule = regulation.chat;
  if (rule === null || !isChat(regulation, s) || (rule.instructions === null && chat === null)) return null;
  return {
    admitted: false,
    code: 'chat-without-instructions',
    clause: rule.instructions ?? rule.clause,
    sentence: sentence('chatWithoutInstructions', s.language),
  };
}

function fault(field: string, rule: Parameters<typeof sentence>[0], language: Language): Fault {
  return { field, rule, message: sentence(rule, language) };
}

function placeFaults(regulation: Regulation, s: Submission): Fault[] {
  const faults: Fault[] = [];
  const entry = regulation.entryPoints.find((e) => e.id === s.entryPoint);
  if (!entry) faults.push(fault('entryPoint', 'unknownEntryPoint', s.language));
  else if (entry.channel !== s.channel && s.channel !== 'api') {
    faults.push(fault('entryPoint', 'entryPointOfOtherChannel', s.language));
  }
  if (s.product !== null && !regulation.products.some((p) => p.id === s.product)) {
    faults.push(fault('product', 'unknownProduct', s.language));
  }
  if (s.clientCategory !== null && !regulation.clientCategories.some((c) => c.id === s.clientCategory)) {
    faults.push(fault('clientCategory', 'unknownClientCategory', s.language));
  }
  return faults;
}

function categoryFaults(category: Category | undefined, s: Submission): Fault[] {
  if (!category) return [fault('category', 'unknownCategory', s.language)];
  const admitsChannel = s.channel === 'api' || category.channels.length === 0 || category.channels.includes(s.channel);
  return admitsChannel ? [] : [fault('category', 'categoryNotOnChannel', s.language)];
}

/** Somebody must be reachable: a call needs a number to call back, everything else an e-mail or a number. */
function contactFaults(s: Submission): Fault[] {
  if (s.requester.email === null && s.requester.phone === null) {
    return [fault(s.channel === 'phone' ? 'requester.phone' : 'requester.email', 'contactNeeded', s.language)];
  }
  return [];
}

/**
 * Rules are accepted in the edition in force (kz-portal 30-17): who read another one reads again. A caller and a writer of
 * letters see no form, so nobody asks them.
 */
function acceptanceFaults({ requesters, edition }: Regulation, s: Submission): Fault[] {
  if (requesters.acceptance === null || s.channel === 'phone' || s.channel === 'email') return [];
  if (s.acceptedRules === edition.id) return [];
  return [fault('acceptedRules', s.acceptedRules === null ? 'rulesNotAccepted' : 'rulesChanged', s.language)];
}

function fieldFaults(category: Category, s: Submission, regulation: Regulation): Fault[] {
  const faults: Fault[] = [];
  for (const field of category.fields) {
    const value = s.fields[field.id]?.trim() ?? '';
    const at = `fields.${field.id}`;
    if (value === '') {
      if (field.required) {
        const message = `${inLanguage(field.name, s.language, regulation)}: ${sentence('fieldRequired', s.language)}`;
        faults.push({ field: at, rule: 'fieldRequired', message });
      }
    } else if (value.length > field.maxLength) faults.push(fault(at, 'fieldTooLong', s.language));
    else if (field.type === 'choice' && !field.choices.some((c) => c.id === value)) {
      faults.push(fault(at, 'unknownChoice', s.language));
    }
  }
  for (const id of Object.keys(s.fields)) {
    if (!category.fields.some((f) => f.id === id)) faults.push(fault(`fields.${id}`, 'unknownField', s.language));
  }
  return faults;
}
