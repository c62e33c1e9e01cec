import { useQuery } from "@tanstack/react-query";
import { type client, trpc } from "../../api.ts";
import { everyMinute } from "../overview.ts";

export type Experiment = Awaited<ReturnType<typeof client.insight.experiment.query>>;

export const useExperiment = () =>
  useQuery({ ...trpc.insight.experiment.queryOptions(), refetchInterval: everyMinute });
