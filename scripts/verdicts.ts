// Writes the table of reason codes into docs/verdicts.md, from the one list in the code.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withReasonTable } from "../actions/verify/core/reason-table.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = fileURLToPath(new URL("../docs/verdicts.md", import.meta.url));
writeFileSync(page, withReasonTable(readFileSync(page, "utf8")));
execFileSync("node_modules/.bin/oxfmt", [page], { cwd: root });
