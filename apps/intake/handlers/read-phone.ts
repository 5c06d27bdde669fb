import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A telephone number in international form (E.164), read in the hotline's country unless it says otherwise.
 * Short service numbers (109, 112, 1414) are valid to people and stay as they are. Null when it cannot be read: letters
 * among the digits are a typing error to be told, not to be dropped.
 */
export function readPhone(written: string, country: string): string | null {
  const trimmed = written.trim();
  if (/\p{L}/u.test(trimmed)) return null;
  if (/^\d{3,4}$/.test(trimmed)) return trimmed;
  const parsed = parsePhoneNumberFromString(trimmed, country as CountryCode);
  return parsed?.isPossible() ? parsed.number : null;
}
