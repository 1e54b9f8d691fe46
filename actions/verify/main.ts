import { runAction } from "../../src/runner/adapters/action.ts";
import { act } from "./adapters/act.ts";

await runAction({ verdicts: "", "failed-tasks": "" }, act);
