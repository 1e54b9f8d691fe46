// The filter of system calls for both machines, whichever this one is: its instructions are followed as the kernel would.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PYTHON_PATH } from "./python-path.ts";

const machinesSchema = z.record(
  z.string(),
  z.object({
    architecture: z.number(),
    numbers: z.record(z.string(), z.number()),
    filter: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  }),
);
type Machine = z.infer<typeof machinesSchema>[string];
interface Call {
  readonly number: number;
  readonly argument?: number;
  readonly architecture?: number;
}

const machines = machinesSchema.parse(
  JSON.parse(
    execFileSync(
      "python3",
      [
        "-B",
        "-c",
        `import json
import system_calls as calls
print(json.dumps({
    name: {"architecture": calls.ARCHITECTURES[name], "numbers": numbers, "filter": list(calls.filter_of(name))}
    for name, numbers in calls.NUMBERS.items()
}))`,
      ],
      {
        cwd: "/",
        encoding: "utf8",
        env: {
          ...process.env,
          PYTHONPATH: PYTHON_PATH,
        },
      },
    ),
  ),
);

const ERRORS: Readonly<Record<number, string>> = { 1: "EPERM", 38: "ENOSYS", 97: "EAFNOSUPPORT" };

const REFUSED = [
  ..."unshare setns chroot pivot_root mount umount2 open_tree move_mount mount_setattr".split(" "),
  ..."fsopen fsconfig fsmount fspick name_to_handle_at open_by_handle_at".split(" "),
  ..."lookup_dcookie quotactl quotactl_fd acct swapon swapoff ptrace process_vm_readv".split(" "),
  ..."process_vm_writev pidfd_getfd kcmp init_module finit_module delete_module".split(" "),
  ..."kexec_load kexec_file_load reboot bpf syslog add_key request_key keyctl".split(" "),
  ..."settimeofday clock_settime perf_event_open userfaultfd io_uring_setup".split(" "),
  ..."io_uring_enter io_uring_register shmget semget msgget memfd_create memfd_secret".split(" "),
];
const PORTS_OF_X86 = ["iopl", "ioperm"];
const BY_ARGUMENT = ["clone", "clone3", "prlimit64", "socket", "socketpair"];

const SIGCHLD = 17;
const THREAD_FLAGS = 0x003d0f00;
const NAMESPACES = {
  time: 0x80,
  mount: 0x20000,
  cgroup: 0x2000000,
  uts: 0x4000000,
  ipc: 0x8000000,
  user: 0x10000000,
  pid: 0x20000000,
  network: 0x40000000,
};
const FAMILIES = { unix: 1, ipv4: 2, ipv6: 10, netlink: 16 };

test("there is a filter for x86-64 and for arm64", () => {
  expect(Object.keys(machines)).toEqual(["x86_64", "aarch64"]);
});

describe.each(Object.entries(machines))("on %s", (name, machine) => {
  const refused = name === "x86_64" ? [...REFUSED, ...PORTS_OF_X86] : REFUSED;
  const answer = (call: string, argument = 0): string =>
    answerOf(machine, { number: machine.numbers[call]!, argument });

  test("every name of the table is decided on", () => {
    expect(Object.keys(machine.numbers).toSorted()).toEqual(
      [...refused, ...BY_ARGUMENT].toSorted(),
    );
  });

  test("no two calls have the same number", () => {
    expect(new Set(Object.values(machine.numbers)).size).toBe(refused.length + BY_ARGUMENT.length);
  });

  test.each(refused)("%s is refused", (call) => {
    expect(answer(call)).toBe("EPERM");
  });

  test("a call that is not in the table is let through", () => {
    const known = new Set(Object.values(machine.numbers));
    const others = Array.from({ length: 1000 }, (_, number) => number).filter((n) => !known.has(n));
    expect(others.filter((number) => answerOf(machine, { number }) !== "allowed")).toEqual([]);
  });

  test.each(Object.entries(NAMESPACES))("clone makes no %s namespace", (_, flag) => {
    expect(answer("clone", flag | SIGCHLD)).toBe("EPERM");
  });

  test("clone makes processes and threads", () => {
    expect([answer("clone", SIGCHLD), answer("clone", THREAD_FLAGS)]).toEqual([
      "allowed",
      "allowed",
    ]);
  });

  test("clone3 is not there, so that the C library takes clone", () => {
    expect(answer("clone3")).toBe("ENOSYS");
  });

  test("prlimit64 is for the process itself", () => {
    expect([answer("prlimit64", 0), answer("prlimit64", 1)]).toEqual(["allowed", "EPERM"]);
  });

  test.each(["socket", "socketpair"])("%s takes the families of a network namespace", (call) => {
    const families = Array.from({ length: 64 }, (_, family) => family);
    expect(families.filter((family) => answer(call, family) === "allowed")).toEqual(
      Object.values(FAMILIES),
    );
    expect(answer(call, 40)).toBe("EAFNOSUPPORT");
  });

  test("another architecture or numbering has no calls", () => {
    const { number, architecture } = { number: 0, architecture: 0x40000003 };
    expect(answerOf(machine, { number, architecture })).toBe("ENOSYS");
    expect(answerOf(machine, { number: 0x40000000 })).toBe("ENOSYS");
  });
});

/** Follows the instructions for one call. */
function answerOf(machine: Machine, call: Call): string {
  const shown: Readonly<Record<number, number>> = {
    0: call.number,
    4: call.architecture ?? machine.architecture,
    16: call.argument ?? 0,
  };
  let loaded = 0;
  for (let index = 0; ; index += 1) {
    // Code, how many to skip where it holds and where not, and what it compares with.
    const [code, ifSo, ifNot, value] = machine.filter[index]!;
    if (code === 0x06) return value === 0x7fff0000 ? "allowed" : ERRORS[value & 0xffff]!;
    if (code === 0x20) loaded = shown[value]!;
    else index += holds(code, loaded, value) ? ifSo : ifNot;
  }
}

function holds(code: number, loaded: number, value: number): boolean {
  if (code === 0x15) return loaded === value;
  if (code === 0x35) return loaded >= value;
  if (code === 0x45) return (loaded & value) !== 0;
  throw new Error(`the filter has an instruction ${code}`);
}
