import { Select } from "@mantine/core";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import type { TriageDocument } from "../../../../server/triage/documents.ts";
import { useSettings } from "../../settings.ts";
import documentClasses from "../document/document.module.css";
import { problemsAt, problemText } from "../problems.ts";
import type { Vocabulary } from "./choices.ts";
import classes from "./rules.module.css";

type Modules = TriageDocument["modules"];
type Props = {
  modules: Modules;
  words: Vocabulary;
  problems: readonly SettingProblem[];
  onChange: (modules: Modules) => void;
};

/** Every product and the team that is its second line: the shortest way from "X goes to Y". */
export function Products({ modules, words, problems, onChange }: Props) {
  const { modules: products } = useSettings();
  const gone = modules.filter(({ id }) => !products.some((product) => product.id === id));
  const all = [...products.map(({ id }) => id), ...gone.map(({ id }) => id)];
  const put = (id: string, team: string | null) => {
    const others = modules.filter((one) => one.id !== id);
    onChange(team ? [...others, { id, team }] : others);
  };
  return (
    <section className={documentClasses.section} aria-labelledby="products-title">
      <h2 id="products-title">{m.rules_products()}</h2>
      <p className={documentClasses.hint}>{m.rules_products_hint()}</p>
      <ul className={classes.products}>
        {all.map((id) => (
          <li key={id}>
            <Select
              clearable
              searchable
              label={words.nameOfModule(id)}
              placeholder={m.rules_product_none()}
              clearButtonProps={{ "aria-label": m.rules_product_none() }}
              data={words.teams}
              value={modules.find((one) => one.id === id)?.team ?? null}
              onChange={(team) => put(id, team)}
            />
          </li>
        ))}
      </ul>
      {problemsAt(problems, "modules").map((problem) => (
        <p key={problem.path.join(".")} className={classes.problem} data-refusal role="alert">
          {problemText(problem)}
        </p>
      ))}
    </section>
  );
}
