/** P(Z > z) doubled, for z ≥ 0: the two-sided tail of the normal distribution. */
export function twoSidedTail(z: number): number {
  return z < 2 ? 1 - centre(z) : tailFraction(z);
}

/** P(|Z| < z) by the power series; exact to machine precision for small z. */
function centre(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; Math.abs(term) > 1e-17 * sum; k += 1) {
    term *= (-z * z) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return sum * Math.sqrt(2 / Math.PI);
}

/** The tail as a continued fraction, which keeps its relative precision far out. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let k = 100; k >= 1; k -= 1) fraction = z + k / fraction;
  return (Math.sqrt(2 / Math.PI) * Math.exp((-z * z) / 2)) / fraction;
}

/** The z whose two-sided tail is `p` (0 < p ≤ 1), by bisection. */
export function tailPoint(p: number): number {
  let low = 0;
  let high = 40;
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (twoSidedTail(middle) > p) low = middle;
    else high = middle;
  }
  return low;
}
