package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files next to an embedded cluster; no server runs. */
final class ClusterFolderTest {

  @TempDir private Path parent;

  @Test
  void a_new_folder_is_closed_to_others_and_a_link_leads_to_the_same_one() throws IOException {
    ClusterFolder folder = ClusterFolder.in(parent.resolve("a/b/data"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), folder.data());

    folder.create();
    folder.create();

    assertThat(permissions(folder.path())).isEqualTo("rwx------");
    assertThat(ClusterFolder.in(link)).isEqualTo(folder);
    assertThat(EmbeddedCluster.existsIn(folder.data())).isFalse();
    Files.createDirectory(folder.cluster());
    assertThat(EmbeddedCluster.existsIn(link)).isTrue();
  }

  @Test
  void leftovers_of_killed_starts_and_older_programs_go_and_everything_else_stays()
      throws IOException {
    ClusterFolder folder = created();
    PostgresBinaries binaries = new PostgresBinaries("18.6.0", "unused");
    Path killed = Files.createDirectories(folder.unfinished().resolve("base/1"));
    for (String name : new String[] {"bin-18.6.0", "bin-18.5.0", "bin-17.10.0", "cluster"}) {
      Files.createDirectory(folder.path().resolve(name));
    }
    folder.password().write("secret");

    folder.tidy(binaries::supersedes);

    assertThat(killed.getParent()).doesNotExist();
    assertThat(folder.path().toFile().list())
        .containsExactlyInAnyOrder("bin-18.6.0", "cluster", "password");
  }

  @Test
  void the_major_version_is_compared_only_with_that_of_a_cluster() throws IOException {
    ClusterFolder folder = created();
    folder.requireMajorVersion("18");
    Files.createDirectory(folder.cluster());
    folder.requireMajorVersion("18");
    Files.writeString(folder.cluster().resolve("PG_VERSION"), "18\n");
    folder.requireMajorVersion("18");

    assertThatThrownBy(() -> folder.requireMajorVersion("19"))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("must be of major version 19 (was 18)");
  }

  @Test
  void a_private_text_is_replaced_as_a_whole_and_stays_private() throws IOException {
    PrivateFile file = new PrivateFile(parent.resolve("port"));
    assertThat(file.read()).isEmpty();
    Files.writeString(parent.resolve("port.draft"), "half of a number, left by a killed program");

    file.write("15432");
    file.write("пароль 2");

    assertThat(file.read()).contains("пароль 2");
    assertThat(permissions(file.file())).isEqualTo("rw-------");
    assertThat(parent.toFile().list()).containsExactly("port");
  }

  @Test
  void a_password_is_generated_once_and_never_twice_the_same() throws IOException {
    PrivateFile one = new PrivateFile(parent.resolve("one"));
    PrivateFile two = new PrivateFile(parent.resolve("two"));
    NewCluster.keepPassword(one);
    NewCluster.keepPassword(two);
    String first = one.read().orElseThrow();

    NewCluster.keepPassword(one);

    assertThat(one.read()).contains(first);
    assertThat(first).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(two.read().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "port", "0", "65536", "99999999999", "-1", "15432 15433"})
  void a_damaged_port_is_replaced_by_a_free_one(String damaged) throws IOException {
    PrivateFile kept = new PrivateFile(parent.resolve("port"));
    kept.write(damaged);

    int port = ServerPort.keptOrOther(kept);

    assertThat(port).isBetween(15_432, 25_431);
    assertThat(kept.read()).contains(Integer.toString(port));
    assertThat(ServerPort.keptOrOther(kept)).isEqualTo(port);
  }

  @Test
  void a_restart_on_a_taken_port_is_refused() throws IOException {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = stranger.getLocalPort();

      assertThat(ServerPort.isFree(taken)).isFalse();
      assertThatThrownBy(() -> ServerPort.requireFree(taken))
          .isInstanceOf(ClusterUnavailable.class)
          .hasMessageContaining("another program uses 127.0.0.1:" + taken);
    }
  }

  @Test
  void a_command_gets_neither_the_callers_language_nor_its_libpq_variables() throws IOException {
    SystemCommand.Outcome outcome =
        new SystemCommand(List.of("sh", "-c", "env; echo over >&2; exit 3"), parent).run();

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.output().lines())
        .contains("LC_ALL=C", "over")
        .noneMatch(line -> line.startsWith("PG"));
    assertThat(new SystemCommand(List.of("no-such-program"), parent).succeeds()).isFalse();
  }

  private ClusterFolder created() throws IOException {
    ClusterFolder folder = ClusterFolder.in(parent.resolve("data"));
    folder.create();
    return folder;
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
