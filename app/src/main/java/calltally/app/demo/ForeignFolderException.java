package calltally.app.demo;

import java.nio.file.Path;

/** The demonstration's folder holds what the demonstration did not make. */
final class ForeignFolderException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ForeignFolderException(Path folder) {
    super(
        "demo could not be started: its folder has to be its own, but %s holds other files; start it elsewhere"
            .formatted(folder));
  }
}
