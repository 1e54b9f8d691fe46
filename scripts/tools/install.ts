import { TOOLS, installTools } from "./tools.ts";

installTools();
console.log(`installed: ${TOOLS.join(", ")}`);
