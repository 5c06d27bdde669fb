/** A registration number in groups, as it is read out: the last group keeps the check digit. */
export function spacedNumber(number: string): string {
  return number.replace(/(\d{1,3})(?=(\d{3})+(?!\d))/g, '$1 ');
}
