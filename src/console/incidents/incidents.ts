/** Incidents as the console reads and changes them. */
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../../../server/router.ts";
import { queryClient, trpc } from "../api.ts";
import { refusalOf } from "../refusal.ts";

type Output = inferRouterOutputs<AppRouter>["incidents"];
export type Incidents = Output["list"];
export type IncidentRow = Incidents["live"][number];
export type Surge = Incidents["surges"][number];
export type Incident = Output["get"];
export type Member = Incident["tickets"][number];
export type Update = Incident["updates"][number];
export type Both = Record<"en" | "zh", string>;

export const useIncidents = () => useQuery(trpc.incidents.list.queryOptions());
export const useIncident = (number: number) =>
  useQuery(trpc.incidents.get.queryOptions({ number }));
export const useIncidentOf = (ticketId: string) =>
  useQuery(trpc.incidents.ofTicket.queryOptions({ ticketId }));

export const refreshIncidents = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: trpc.incidents.pathKey() });

const explain = (error: unknown): void => {
  notifications.show({ message: refusalOf(error).message, color: "breached", autoClose: 8000 });
};
const told = { onError: explain, onSettled: refreshIncidents };
/** Refused beside the form that asked for it. */
const quiet = { onSettled: refreshIncidents };

export const seenOf = ({ id, version }: { id: string; version: number }) => ({
  incidentId: id,
  version,
});

/** What is done with one click. */
export function useDeeds() {
  const { incidents } = trpc;
  return {
    accept: useMutation(incidents.accept.mutationOptions(told)),
    reopen: useMutation(incidents.reopen.mutationOptions(told)),
    add: useMutation(incidents.addTickets.mutationOptions(told)),
    remove: useMutation(incidents.removeTickets.mutationOptions(told)),
    switchBanner: useMutation(incidents.switchBanner.mutationOptions(told)),
    sendAgain: useMutation(incidents.sendAgain.mutationOptions(told)),
    openByHand: useMutation(incidents.openByHand.mutationOptions(told)),
  };
}

/** What has a form of its own. */
export function useFormDeeds() {
  const { incidents } = trpc;
  return {
    dismiss: useMutation(incidents.dismiss.mutationOptions(quiet)),
    resolve: useMutation(incidents.resolve.mutationOptions(quiet)),
    writeTexts: useMutation(incidents.writeTexts.mutationOptions(quiet)),
    tellAll: useMutation(incidents.tellAll.mutationOptions(quiet)),
    solveAll: useMutation(incidents.solveAll.mutationOptions(quiet)),
  };
}
