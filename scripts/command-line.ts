// `npm run agent-pipeline`.
import process from "node:process";

// npm runs a script at the top of its own package; what somebody types is meant where they stand.
const { INIT_CWD: typedIn } = process.env;
if (typedIn !== undefined) process.chdir(typedIn);
await import("../commands/main.ts");
