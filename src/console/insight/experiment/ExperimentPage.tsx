import { Table } from "@mantine/core";
import { useEffect } from "react";
import { m } from "#messages";
import { count, percent } from "../figures.ts";
import insight from "../insight.module.css";
import report from "../reports/report.module.css";
import { CausalWords, linkedWords } from "./Causal.tsx";
import classes from "./experiment.module.css";
import { PlanForm } from "./PlanForm.tsx";
import { type Experiment, useExperiment } from "./useExperiment.ts";

/** Suggestions beside no suggestions: what came of it, and how it is set up. */
export function ExperimentPage() {
  const { data } = useExperiment();
  useEffect(() => {
    document.title = m.report_title_experiment();
  }, []);
  return (
    <main className={insight.insight}>
      <div className={insight.page}>
        <h1 className={classes.title}>{m.report_title_experiment()}</h1>
        <p className={classes.intro}>{m.trial_intro()}</p>
        {data && (
          <p className={classes.state} role="status">
            <CausalWords experiment={data} />
          </p>
        )}
        {data && <p className={classes.linked}>{linkedWords(data)}</p>}
        <div className={classes.columns}>
          <PlanForm />
          {data && <Plans plans={data.plans} />}
        </div>
      </div>
    </main>
  );
}

function Plans({ plans }: Pick<Experiment, "plans">) {
  return (
    <section className={report.section} aria-labelledby="plans">
      <h2 id="plans" className={classes.part}>
        {m.trial_plans()}
      </h2>
      <p className={classes.says}>{m.trial_plans_says()}</p>
      <Table className={report.table ?? ""} verticalSpacing={6} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{m.trial_plans_share()}</Table.Th>
            <Table.Th scope="col">{m.trial_plans_attempts()}</Table.Th>
            <Table.Th scope="col">{m.trial_plans_days()}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plans.map(({ share, attempts, days }) => (
            <Table.Tr key={share}>
              <Table.Th scope="row">{percent(share)}</Table.Th>
              <Table.Td>{count(attempts)}</Table.Td>
              <Table.Td>
                {days === null
                  ? m.trial_plans_unknown()
                  : m.trial_plans_days_value({ days: count(days) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
