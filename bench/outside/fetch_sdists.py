"""Fetches the sdists of packages.json into a folder, by pip's own finder and session: the index, the proxy and the
certificates are those that pip is set up with. Nothing of a package is built or run, which `pip download` would do.

    python fetch_sdists.py FOLDER            fetches what is missing, each by its version and sha256
    python fetch_sdists.py FOLDER --pin      asks for no sha256, and writes those that it found into packages.json
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import sys
from typing import Any

from pip._internal.commands import create_command

LIST = pathlib.Path(__file__).with_name("packages.json")


def main(folder: pathlib.Path, *, pin: bool) -> None:
    packages: list[dict[str, Any]] = json.loads(LIST.read_text())
    folder.mkdir(parents=True, exist_ok=True)
    command = create_command("download")
    options, _ = command.parse_args(["--no-deps", "--no-binary", ":all:"])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session)  # noqa: SLF001
        for package in packages:
            name, version = package["name"], package["version"]
            target = folder / f"{name}-{version}.tar.gz"
            if target.exists():
                continue
            found = [
                candidate
                for candidate in finder.find_all_candidates(name)
                if str(candidate.version) == version and candidate.link.filename.endswith(".tar.gz")
            ]
            if not found:
                print(f"{name} {version} has no sdist")
                continue
            answer = session.get(found[0].link.url_without_fragment)
            answer.raise_for_status()
            sha256 = hashlib.sha256(answer.content).hexdigest()
            if pin:
                package["sha256"] = sha256
            elif package["sha256"] != sha256:
                raise SystemExit(f"{name} {version} has the sha256 {sha256}, not that of the list")
            target.write_bytes(answer.content)
            print(f"{name} {version}: {len(answer.content)} bytes")
    if pin:
        kept = [package for package in packages if package.get("sha256")]
        LIST.write_text("[\n" + ",\n".join(f"  {json.dumps(package)}" for package in kept) + "\n]\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pin="--pin" in sys.argv)
