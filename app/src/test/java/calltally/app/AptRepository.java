package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;

import calltally.app.PackageTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A repository made by {@code app/src/deb/repository} with a key of its own, as apt reads it. */
final class AptRepository {

  private static final Path SCRIPT = Path.of("src/deb/repository").toAbsolutePath();
  private static final String KEY = "packages@example.com";

  private final Path folder;
  private final Path keys;
  private final Path state;

  /** An empty one in a folder, with a new key. */
  AptRepository(Path parent) throws Exception {
    folder = parent.resolve("repository");
    keys = Files.createDirectories(parent.resolve("keys"));
    state = parent.resolve("apt");
    Files.createDirectories(state.resolve("lists/partial"));
    Files.createDirectories(state.resolve("cache/archives/partial"));
    PackageTest.succeed("chmod", "700", keys.toString());
    gpg("gpg", "--batch", "--passphrase", "", "--quick-generate-key", KEY, "ed25519", "sign");
    Files.writeString(
        state.resolve("sources.list"),
        "deb [signed-by=%s] file:%s stable main\n"
            .formatted(folder.resolve("calltally.gpg"), folder));
  }

  void publish(Path deb) throws Exception {
    gpg(SCRIPT.toString(), folder.toString(), KEY, deb.toString());
  }

  /** Installs the newest version of Calltally, or upgrades to it. */
  void install() throws Exception {
    Outcome update = update();
    if (update.exit() != 0) {
      throw new IllegalStateException(update.out());
    }
    PackageTest.succeed(apt("install", "--yes", "--no-install-recommends", "calltally"));
  }

  Outcome update() throws Exception {
    return PackageTest.run(apt("update", "-o", "APT::Update::Error-Mode=any"));
  }

  /** Changes the list of packages without signing it again. */
  void tamper() throws IOException {
    Path list = folder.resolve("dists/stable/InRelease");
    Files.writeString(list, Files.readString(list).replace("Calltally", "Somebody"));
    Files.writeString(folder.resolve("dists/stable/Release"), "Origin: Somebody\n", UTF_8, APPEND);
  }

  private String[] apt(String... arguments) {
    List<String> command = new ArrayList<>(List.of("apt-get"));
    command.addAll(List.of("-o", "Dir::Etc::SourceList=" + state.resolve("sources.list")));
    command.addAll(List.of("-o", "Dir::Etc::SourceParts=-", "-o", "APT::Sandbox::User=root"));
    command.addAll(List.of("-o", "Dir::State::Lists=" + state.resolve("lists")));
    command.addAll(List.of("-o", "Dir::Cache=" + state.resolve("cache")));
    command.addAll(Arrays.asList(arguments));
    return command.toArray(String[]::new);
  }

  private void gpg(String... command) throws Exception {
    List<String> line = new ArrayList<>(List.of("env", "GNUPGHOME=" + keys));
    line.addAll(Arrays.asList(command));
    PackageTest.succeed(line.toArray(String[]::new));
  }
}
