/** `npm run requirements`: writes docs/requirements.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { held, page, requirements } from "./table.ts";

const text = page(requirements(), held());
writeFileSync(join(import.meta.dirname, "../../docs/requirements.md"), text);
console.log(/^\d+ rows:.*$/m.exec(text)![0]);
