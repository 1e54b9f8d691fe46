"""Starts the two processes of a session: the one that reads commands and watches runs, and the one that runs are forks of.

Nothing of the task is ever imported in either of them.
"""

import os
import socket
import sys

if __name__ == "__main__":
    isolated = os.getpid() == 1
    # With namespaces there is a root of our own; without, the other side names a folder.
    root = "/" if isolated else sys.argv[1]
    work = os.path.join(root, "task")
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    parent_of_runs = os.fork()
    if parent_of_runs != 0:
        far.close()
        from supervisor import supervise

        supervise(near, parent_of_runs, root, isolated)
        os._exit(0)
    near.close()
    # Commands and answers are not for this one.
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)
    from run_parent import next_run

    run = next_run(far, work, isolated)
    del near, far, parent_of_runs, next_run
    run()
