// docs/house.md, kept by a machine. One test file, so that app/ is read once.
import "./arrows";
import "./database";
import "./files";
import "./guards";
