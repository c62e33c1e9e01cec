/** A system that hears of events, on a real socket. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { headers: IncomingHttpHeaders; body: string; url: string };

export type Receiver = {
  url: string;
  received: Received[];
  /** Answers to the next requests, in their order; then 204. `silence` = none at all, `slow` = 204, late. */
  answers: (number | "silence" | "slow")[];
  close(): Promise<void>;
};

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver["answers"] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body, url: request.url! });
    const answer = answers.shift() ?? 204;
    if (answer === "silence") return;
    if (answer === "slow") await new Promise((resolve) => setTimeout(resolve, 300));
    const status = answer === "slow" ? 204 : answer;
    response.writeHead(status, answer === 302 ? { location: "/elsewhere" } : {}).end("thanks");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answers,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
