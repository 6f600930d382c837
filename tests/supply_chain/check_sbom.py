"""Holds a list of parts against the schema of CycloneDX 1.6, and a broken one, which must fail.

It runs in the environment of the tools, where there is neither this project nor its tests.
"""

import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main(path: Path) -> int:
    """Say whether the file is valid; 1 where it is not, or where nothing would be found invalid."""
    text = path.read_text(encoding="utf-8")
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    wrong = validator.validate_str(text)
    if wrong is not None:
        print(f"{path} is not valid: {wrong}", file=sys.stderr)
        return 1
    broken = json.loads(text)
    broken["components"][0]["type"] = "no such type"
    if validator.validate_str(json.dumps(broken)) is None:
        print("The control is taken for valid: nothing was checked.", file=sys.stderr)
        return 1
    print(f"{path}: {len(broken['components'])} parts, valid CycloneDX 1.6; the control is not.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
