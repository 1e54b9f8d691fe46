import { runAction } from "../../src/runner/adapters/action.ts";
import { act } from "./adapters/act.ts";
import { UNKNOWN_OUTPUTS } from "./outputs.ts";

await runAction({ ...UNKNOWN_OUTPUTS }, act);
