import { contractOf, demandsOf } from "../contract/contract.ts";
import type { ExampleResult } from "../evidence/evidence.ts";
import { checkCriteria } from "../proof/criteria.ts";
import { criterionTests } from "../proof/criterion-marks.ts";
import type { PackageIndex } from "../proof/package-index.ts";
import type { CollectedTest, ReportedTest } from "../proof/pytest-report.ts";
import type { PromisedName, PythonReader, PythonReading } from "../proof/python-reader.ts";
import type { NamedPackage } from "../proof/requirements.ts";
import type { Log } from "../runner/log.ts";
import type { DesignDocument } from "../task/design.ts";
import { partsOf } from "../task/task-id.ts";
import { type Fault, fault, FAULT_CODES } from "./fault.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { importedPackages, isImportOf, nameInLine } from "./packages.ts";
import type { ReplyChecks, ReplySubject } from "./reply-checks.ts";

export interface CheckPorts {
  readonly reader: PythonReader;
  readonly index: PackageIndex;
  /** What the files may import. */
  readonly offered: readonly NamedPackage[];
  readonly log: Pick<Log, "info" | "warning">;
}

/** Looks at the Python of replies as verify will, as far as that can be done without running any of it. */
export function pythonChecks({ reader, index, offered, log }: CheckPorts): ReplyChecks {
  const read = async (
    files: readonly GeneratedFile[],
    promises: readonly PromisedName[],
  ): Promise<PythonReading | null> => {
    const reading = await reader.read(files.map(contentOf), promises);
    if (reading === null) {
      log.info(
        "There is no Python here that could read the replies; verify will judge them alone.",
      );
    }
    return reading;
  };
  return {
    async code(files, subject) {
      const reading = await read(files, promisedNames(subject.design));
      return reading === null ? [] : [...faultsOfAll(reading, subject), ...faultsOfCode(reading)];
    },
    async tests(files, subject) {
      const reading = await read(files, []);
      if (reading === null) return [];
      const common = [...faultsOfAll(reading, subject), ...faultsOfTests(reading)];
      // A file that cannot be read has no tests, which would be said of each criterion.
      return common.some(({ code }) => code === "syntax")
        ? common
        : [...common, ...unshown(reading, files, subject)];
    },
    async packages(files) {
      const imported = importedPackages(files, offered);
      if (imported.length === 0) return null;
      const pinned = await index.pin(imported);
      if (pinned.kind === "pinned") return pinned.lines;
      log.warning(
        `No requirements.txt is written, because the versions of ${imported.map(({ name }) => name).join(", ")} could not be found out: ${pinned.why}`,
      );
      return null;
    },
  };
}

function contentOf({ path, content }: GeneratedFile): { path: string; content: Uint8Array } {
  return { path, content: new TextEncoder().encode(content) };
}

function promisedNames({ modules }: DesignDocument): PromisedName[] {
  return modules.flatMap(({ path, names }) =>
    names.map(({ name, kind, signature }) => ({ path, name, kind, signature })),
  );
}

function faultsOfAll(
  { syntax, imports }: PythonReading,
  { packages }: Pick<ReplySubject, "packages">,
): Fault[] {
  const names = packages.map(nameInLine);
  return [
    ...syntax.unreadable
      .map(({ file, line, message }) => `${file}:${line}: ${message}`)
      .map(fault("syntax")),
    ...imports
      .filter(({ module }) => !names.some((name) => isImportOf(module, name)))
      .map(
        ({ file, line, module }) =>
          `${file}:${line} imports ${module}, which is neither in the standard library nor in PACKAGES`,
      )
      .map(fault("import")),
  ];
}

function faultsOfCode({ syntax, unkept, absolute }: PythonReading): Fault[] {
  return [
    ...absolute
      .map(
        ({ file, line, module }) =>
          `${file}:${line} imports ${module}, which is a module of this task: import it relatively, such as "from .prices import price", so that it is found wherever the folder lies`,
      )
      .map(fault("import")),
    ...unkept
      .map(({ file, line, problem }) => `${file}${line === null ? "" : `:${line}`}: ${problem}`)
      .map(fault("signature")),
    ...syntax.foreignCode
      .map(({ file, line, what }) => `${file}:${line} ${what}`)
      .map(fault("foreign_code")),
  ];
}

function faultsOfTests({ syntax, skips }: PythonReading): Fault[] {
  return [
    ...syntax.formattedParameters
      .map(
        ({ file, line }) =>
          `${file}:${line} has an f-string inside a parametrize decorator; write the value out`,
      )
      .map(fault("formatted_parameter")),
    ...skips
      .map(({ file, line, what }) => `${file}:${line} lets a test be skipped or fail: ${what}`)
      .map(fault("skipped_test")),
  ];
}

/**
 * What verify would miss in the tests even if all of them passed. It asks pytest which tests there are; here each mark
 * of a function counts as a case of its own, so that nothing is missed that may be there.
 */
function unshown(
  { syntax }: PythonReading,
  files: readonly GeneratedFile[],
  { story, task, design }: ReplySubject,
): Fault[] {
  const { contract } = contractOf(design, demandsOf(story.document, partsOf(task).part));
  const collected = Object.entries(criterionTests(files)).flatMap(([criterion, ids]) =>
    ids.map((id) => collectedAs(id, criterion)),
  );
  const { reasons } = checkCriteria(contract, {
    collected,
    results: collected.map(({ id }) => passed(id)),
    written: syntax.tests,
    vacuous: new Set(),
    examples: new Map(
      contract.criteria.flatMap(({ id, execution }) =>
        execution?.kind === "call" ? [[id, EXECUTED]] : [],
      ),
    ),
  });
  return reasons.flatMap(({ code, message }) => {
    const known = FAULT_CODES.find((each) => each === code);
    return known === undefined ? [] : [{ code: known, problem: message }];
  });
}

function collectedAs(id: string, criterion: string): CollectedTest {
  const [file = ""] = id.split("::");
  return { id: `${id}[${criterion}]`, file, line: 1, source: null, criteria: [criterion] };
}

function passed(id: string): ReportedTest {
  return { id, outcome: "passed", seconds: 0, message: null, details: null };
}

/** verify makes the call itself. */
const EXECUTED: ExampleResult = {
  state: "executed",
  call: null,
  expected: null,
  got: null,
  why: null,
};
