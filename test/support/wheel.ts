import { execFileSync } from "node:child_process";

/** A wheel that pip can install without an index; `atStart` is run by an interpreter that has it whenever it starts. */
export function makeWheel(
  folder: string,
  name: string,
  version: string,
  source: string,
  atStart = "",
): void {
  const script = `
import sys, zipfile
name, version, source, folder, at_start = sys.argv[1:]
info = f"{name}-{version}.dist-info"
with zipfile.ZipFile(f"{folder}/{name}-{version}-py3-none-any.whl", "w") as wheel:
    wheel.writestr(f"{name}.py", source)
    if at_start:
        wheel.writestr(f"{name}.pth", at_start)
    wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(f"{info}/RECORD", "")
`;
  execFileSync("python3", ["-c", script, name, version, source, folder, atStart]);
}
