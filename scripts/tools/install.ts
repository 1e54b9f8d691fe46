// Installs the tools, and prints the folder of a `python3` that has pytest, for the PATH of those who run the tests.
import { installTools, pythonFolder } from "./tools.ts";

installTools();
console.log(pythonFolder());
