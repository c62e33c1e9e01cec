/**
 * `npm run bench:simulate [-- --months 2000] [--json]`: months of which everything is known go through
 * the rules of the holdout. Fails unless the interval keeps its word where keys are clean, and the
 * estimate stays below the truth where they are not.
 */
import { parseArgs } from "node:util";
import { type Outcome, playMonths } from "./simulate/months.ts";
import { clean, type World } from "./simulate/world.ts";

const { values } = parseArgs({
  options: {
    months: { type: "string", default: "2000" },
    json: { type: "boolean", default: false },
  },
});
const months = Number(values.months);

const worlds: Record<string, World> = {
  clean,
  "no effect": { ...clean, helped: 0 },
  "few people": { ...clean, people: 250, holdout: 0.5 },
  "offices of 3": { ...clean, office: 3 },
  "offices of 8": { ...clean, office: 8 },
  "40 % of late contacts lost": { ...clean, lost: 0.4 },
  "all late contacts lost": { ...clean, lost: 1 },
};

const round = (n: number): number => Math.round(n * 10_000) / 10_000;
const rounded = (outcome: Outcome) =>
  Object.fromEntries(Object.entries(outcome).map(([name, value]) => [name, round(value)]));

const began = performance.now();
const outcomes = Object.entries(worlds).map(
  ([name, world]) => [name, playMonths(world, months)] as const,
);
if (!values.json)
  console.table(Object.fromEntries(outcomes.map(([name, outcome]) => [name, rounded(outcome)])));

const of = (name: string): Outcome => outcomes.find(([other]) => other === name)![1];
const faults = [
  ...["clean", "no effect", "few people"].filter(
    (name) => of(name).coverage < 0.93 || of(name).coverage > 0.97,
  ),
  // Twice the error of the mean itself: what the simulation can't tell from chance.
  ...outcomes
    .filter(([, { bias, meanWidth }]) => bias > (2 * meanWidth) / (2 * 1.96 * Math.sqrt(months)))
    .map(([name]) => `${name} above the truth`),
  ...outcomes.filter(([, { bouncesConfirmed }]) => bouncesConfirmed > 0).map(([name]) => name),
];
for (const fault of faults) console.error(`Not as it should be: ${fault}`);
console.log(
  JSON.stringify({
    months,
    coverage: round(of("clean").coverage),
    truth: round(of("clean").truth),
    meanEstimate: round(of("clean").meanEstimate),
    naive: round(of("clean").meanNaive),
    biasOffices3: round(of("offices of 3").bias),
    biasOffices8: round(of("offices of 8").bias),
    biasLost40: round(of("40 % of late contacts lost").bias),
    faults: faults.length,
    seconds: Math.round((performance.now() - began) / 1000),
  }),
);
process.exit(faults.length > 0 ? 1 : 0);
