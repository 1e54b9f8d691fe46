// `npm run demo`: a story from file to merge on one machine. scripts/demo/options.ts holds the help text.
import { demo } from "./command.ts";

process.exitCode = await demo(process.argv.slice(2), process.env["OPENAI_API_KEY"] ?? "", process);
