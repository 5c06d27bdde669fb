/** ClickHouse's errors as they travel over HTTP: a number in a header, a status, one line of text. */

/** An error that is the caller's to see. */
export class ClickHouseError extends Error {
  readonly code: number;

  constructor(code: number, name: string, message: string) {
    super(`Code: ${code}. DB::Exception: ${message} (${name})`);
    this.code = code;
  }
}

/** The engine's own error, or 1002 (unknown exception) for anything else. */
export function asClickHouseError(error: unknown): { readonly code: number; readonly message: string } {
  if (error instanceof ClickHouseError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = /^Code: (\d+)\./.exec(message)?.[1];
  if (code === undefined) return { code: 1002, message: `Code: 1002. DB::Exception: ${message} (UNKNOWN_EXCEPTION)` };
  // An error while reading the rows repeats its own beginning and names the temporary file: neither helps the caller.
  const plain = message
    .replace(/^(Code: \d+\. DB::Exception: )(?:Code: \d+\. DB::Exception: )+/, '$1')
    .replace(/\(in file\/uri [^)]*\)/g, '(in the request)');
  return { code: Number(code), message: plain };
}

const STATUS: ReadonlyMap<number, number> = new Map([
  ...[516, 192, 193, 194].map((code) => [code, 401] as const),
  ...[164, 291, 452, 497].map((code) => [code, 403] as const),
  ...[6, 26, 27, 33, 34, 36, 38, 41, 42, 43, 53, 62, 63, 72, 130, 131, 349, 456, 457].map(
    (code) => [code, 400] as const,
  ),
  ...[16, 46, 47, 50, 56, 60, 73, 81, 115].map((code) => [code, 404] as const),
  [159, 408],
  [229, 413],
  [307, 413],
  [373, 409],
  [48, 501],
  [202, 503],
  [236, 503],
]);

/** The status ClickHouse answers with for an error's code; 500 where it has none of its own. */
export const statusOf = (code: number): number => STATUS.get(code) ?? 500;
