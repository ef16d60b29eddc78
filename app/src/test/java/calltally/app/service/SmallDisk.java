package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small in-memory disk for one folder, which tests can fill; needs root to mount. */
final class SmallDisk {

  private static final byte[] BLOCK = new byte[4096];

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Creates the folder and mounts a disk there. */
  static SmallDisk at(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  /** Fills the disk completely. */
  void fill() throws IOException {
    try (OutputStream filler = Files.newOutputStream(filler())) {
      while (true) {
        filler.write(BLOCK);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  void unmount() throws IOException, InterruptedException {
    run("umount", "--lazy", folder.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
        .as(String.join(" ", command))
        .isZero();
  }
}
