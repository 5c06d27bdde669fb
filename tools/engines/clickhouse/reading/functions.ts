/**
 * The functions a reader may call: arithmetic, text, time, arrays, counting. None of them reads a file, a table, a
 * dictionary, a setting or the network, none waits, and none tells about the server.
 */
const NAMES = `
  and or not xor equals notEquals less greater lessOrEquals greaterOrEquals in notIn exists if multiIf
  isNull isNotNull isNullable ifNull nullIf coalesce assumeNotNull toNullable isNaN isFinite isInfinite isZeroOrNull
  plus minus multiply divide intDiv intDivOrZero modulo moduloOrZero negate abs sign gcd lcm greatest least
  round roundBankers floor ceil ceiling trunc truncate sqrt cbrt exp exp2 exp10 log ln log2 log10 pow power
  bitAnd bitOr bitXor bitShiftLeft bitShiftRight widthBucket
  tuple tupleElement untuple array arrayElement map mapKeys mapValues mapContains lambda CAST _CAST accurateCastOrNull accurateCastOrDefault
  toString toFixedString toBool toUUID toUUIDOrNull toUUIDOrZero toDecimal32 toDecimal64 toTypeName materialize identity
  toInt8 toInt16 toInt32 toInt64 toUInt8 toUInt16 toUInt32 toUInt64 toFloat32 toFloat64
  toInt32OrNull toInt64OrNull toUInt32OrNull toUInt64OrNull toFloat64OrNull toInt32OrZero toInt64OrZero toUInt32OrZero toUInt64OrZero toFloat64OrZero
  toDate toDate32 toDateTime toDateTime64 toDateOrNull toDateTimeOrNull toDateTime64OrNull
  parseDateTimeBestEffort parseDateTimeBestEffortOrNull parseDateTimeBestEffortOrZero parseDateTime64BestEffort parseDateTime64BestEffortOrNull parseDateTime64BestEffortOrZero
  now now64 today yesterday timeZoneOf timezoneOf toTimeZone toTimezone timeZoneOffset dateDiff date_diff timestampDiff age dateAdd dateSub addDate subDate
  toYear toQuarter toMonth toDayOfYear toDayOfMonth toDayOfWeek toHour toMinute toSecond toMillisecond toISOYear toISOWeek toWeek toYearWeek
  toYYYYMM toYYYYMMDD toYYYYMMDDhhmmss toUnixTimestamp toUnixTimestamp64Milli toUnixTimestamp64Second fromUnixTimestamp fromUnixTimestamp64Milli fromUnixTimestamp64Second
  toStartOfYear toStartOfISOYear toStartOfQuarter toStartOfMonth toMonday toStartOfWeek toLastDayOfMonth toLastDayOfWeek toStartOfDay toStartOfHour toStartOfMinute toStartOfSecond
  toStartOfFiveMinutes toStartOfTenMinutes toStartOfFifteenMinutes toStartOfInterval date_trunc dateTrunc timeSlot timeSlots
  toIntervalMillisecond toIntervalSecond toIntervalMinute toIntervalHour toIntervalDay toIntervalWeek toIntervalMonth toIntervalQuarter toIntervalYear
  addMilliseconds addSeconds addMinutes addHours addDays addWeeks addMonths addQuarters addYears
  subtractMilliseconds subtractSeconds subtractMinutes subtractHours subtractDays subtractWeeks subtractMonths subtractQuarters subtractYears
  formatDateTime dateName monthName makeDate makeDateTime formatReadableQuantity formatReadableTimeDelta formatReadableSize
  empty notEmpty length char_length lengthUTF8 lower upper lowerUTF8 upperUTF8 lcase ucase reverse reverseUTF8 concat concatWithSeparator substring substr mid substringUTF8
  left leftUTF8 right rightUTF8 leftPad rightPad leftPadUTF8 rightPadUTF8 trim trimBoth trimLeft trimRight ltrim rtrim repeat space format
  position positionCaseInsensitive positionUTF8 positionCaseInsensitiveUTF8 locate startsWith endsWith startsWithUTF8 endsWithUTF8
  like notLike ilike notILike match multiMatchAny extract extractAll replace replaceOne replaceAll replaceRegexpOne replaceRegexpAll
  countSubstrings countSubstringsCaseInsensitive splitByChar splitByString splitByWhitespace splitByNonAlpha arrayStringConcat tokens ngrams ngramDistance ngramDistanceUTF8 ngramSearchUTF8
  transform caseWithExpression caseWithoutExpression hex unhex UUIDStringToNum UUIDNumToString cityHash64 sipHash64 xxHash64 halfMD5
  range arrayConcat arraySort arrayReverseSort arrayReverse arraySlice arrayDistinct arrayUniq arrayCount arraySum arrayAvg arrayMin arrayMax arrayMap arrayFilter arrayExists arrayAll
  arrayFirst arrayFirstIndex arrayLast arrayEnumerate arrayEnumerateUniq arrayCumSum arrayDifference arrayFlatten arrayCompact arrayZip arrayJoin arrayFill arrayFold arrayIntersect arrayPushBack arrayPushFront
  has hasAll hasAny indexOf countEqual emptyArrayString grouping
  JSONHas JSONLength JSONType JSONExtract JSONExtractString JSONExtractInt JSONExtractUInt JSONExtractFloat JSONExtractBool JSONExtractRaw JSONExtractArrayRaw JSONExtractKeys simpleJSONExtractString
  finalizeAggregation runningDifference bar least greatest rowNumberInAllBlocks neighbor dense_rank rank row_number ntile lag lead lagInFrame leadInFrame first_value last_value nth_value
`;

/** Functions over many rows; each also with the endings of \`COMBINATORS\`. */
const AGGREGATES = `
  count sum avg min max any anyLast anyHeavy argMin argMax uniq uniqExact uniqCombined uniqCombined64 uniqHLL12 uniqTheta
  quantile quantiles quantileExact quantilesExact quantileExactLow quantileExactHigh quantileTDigest quantilesTDigest quantileTiming quantilesTiming quantileDD median medianExact
  quantileExactInclusive quantilesExactInclusive quantileExactExclusive quantilesExactExclusive quantileInterpolatedWeighted
  groupArray groupUniqArray groupArraySorted groupBitmap groupBitAnd groupBitOr groupConcat sumMap minMap maxMap sumWithOverflow sumCount
  stddevPop stddevSamp varPop varSamp covarPop corr simpleLinearRegression topK topKWeighted entropy skewPop kurtPop deltaSum histogram first_value last_value singleValueOrNull
`;
const COMBINATORS = [
  'If',
  'Array',
  'Map',
  'Distinct',
  'OrDefault',
  'OrNull',
  'Merge',
  'MergeState',
  'State',
  'SimpleState',
  'ForEach',
  'ArgMin',
  'ArgMax',
];

/** Sources of rows that are no tables. */
const ROWS = new Set(['numbers', 'generateseries', 'generate_series', 'values', 'zeros', 'null']);

const words = (text: string): string[] => text.trim().toLowerCase().split(/\s+/);
const plain = new Set(words(NAMES));
const aggregates = new Set(words(AGGREGATES));
const combinators = COMBINATORS.map((name) => name.toLowerCase());

/** True for a function that only reckons with what it is given. Many names of ClickHouse know no case, so none does here. */
export function isAllowedFunction(name: string): boolean {
  let left = name.toLowerCase();
  if (plain.has(left)) return true;
  while (!aggregates.has(left)) {
    const ending = combinators.find((one) => left.endsWith(one) && left.length > one.length);
    if (ending === undefined) return false;
    left = left.slice(0, -ending.length);
  }
  return true;
}

export const isAllowedSource = (name: string): boolean => ROWS.has(name.toLowerCase());
