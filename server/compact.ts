/** A process of the publisher: builds a search index and says what it built (compact.service.ts). */
import { setPriority } from "node:os";
import { buildHere } from "./publishing/compact.service.ts";

// Readers and the desk come first.
setPriority(10);
console.log(JSON.stringify(await buildHere(JSON.parse(process.argv[2]!))));
process.exit();
