import { runAction } from "../../src/runner/adapters/action.ts";
import { act } from "./adapters/act.ts";
import { NO_ANSWER } from "./answer.ts";

await runAction({ ...NO_ANSWER }, act);
