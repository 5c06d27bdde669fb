/** ln Γ(x) for x > 0, by Stirling's series from 8 on. */
export function logGamma(x: number): number {
  let [shift, y] = [1, x];
  for (; y < 8; y += 1) shift *= y;
  const square = 1 / (y * y);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}

/** The logarithm of a (a + 1) … (a + count − 1). */
export function logRising(a: number, count: number): number {
  if (count > 8) return logGamma(a + count) - logGamma(a);
  let product = 1;
  for (let i = 0; i < count; i += 1) product *= a + i;
  return Math.log(product);
}
