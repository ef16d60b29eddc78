package calltally.sql.embedded;

import static calltally.sql.embedded.DataFolder.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs, each in its own process, sharing one data folder. */
final class SharedClusterTest {

  @TempDir private Path parent;
  private DataFolder folder;

  @BeforeEach
  void createFolder() throws IOException {
    folder = DataFolder.withCluster(parent);
  }

  @AfterEach
  void removeBinaries() throws IOException {
    folder.removeBinaries();
  }

  @Test
  void a_second_service_is_refused_but_others_attach_and_the_last_stops_it() throws Exception {
    try (OtherProgram service = OtherProgram.serving(folder)) {
      String url = service.says();
      long server = folder.server();

      try (OtherProgram second = OtherProgram.serving(folder)) {
        assertThat(second.says()).startsWith("FolderInUse ").contains(folder.path().toString());
      }
      try (EmbeddedCluster command = EmbeddedCluster.open(folder.path())) {
        assertThat(url).isEqualTo("open " + command.address().url());
        service.leave();

        assertThat(ask(command.address(), "select 1")).isEqualTo("1");
        assertThat(folder.server()).isEqualTo(server);
      }
      assertThat(folder.hasServer()).isFalse();
    }
  }

  @Test
  void the_server_of_a_killed_program_is_adopted_and_stopped() throws Exception {
    try (OtherProgram killed = OtherProgram.serving(folder)) {
      killed.says();
      killed.kill();
    }
    long orphan = folder.server();

    try (EmbeddedCluster cluster = EmbeddedCluster.openForService(folder.path())) {
      assertThat(folder.server()).isEqualTo(orphan);
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
    }
    assertThat(folder.hasServer()).isFalse();
  }

  @Test
  void a_terminated_program_leaves_nothing_behind() throws Exception {
    try (OtherProgram terminated = OtherProgram.serving(folder)) {
      terminated.says();
      terminated.terminate();
    }

    assertThat(folder.hasServer()).isFalse();
  }

  @Test
  void a_program_terminated_during_its_start_leaves_nothing_behind() throws Exception {
    try (OtherProgram terminated = OtherProgram.serving(folder)) {
      folder.awaitServer();
      terminated.terminate();
    }

    assertThat(folder.hasServer()).isFalse();
  }

  @Test
  void programs_that_start_at_once_share_one_server() throws Exception {
    DataFolder unused = DataFolder.withBinaries(Files.createDirectory(parent.resolve("unused")));

    try (OtherProgram first = OtherProgram.opening(unused);
        OtherProgram second = OtherProgram.opening(unused)) {
      assertThat(first.says()).startsWith("open ").isEqualTo(second.says());

      first.leave();
      assertThat(unused.hasServer()).isTrue();
      second.leave();
      assertThat(unused.hasServer()).isFalse();
    }
    unused.removeBinaries();
  }

  @Test
  void ctrl_c_in_the_terminal_does_not_reach_the_server() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
      assertThat(ps("pgid", folder.server())).isEqualTo(folder.server());
    }
  }

  @Test
  void the_server_runs_as_the_owner_of_the_folder() throws Exception {
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    OrdinaryUser user = OrdinaryUser.forTests(parent);
    user.ownAllOf(folder);

    try (OtherProgram program = OtherProgram.opening(folder, user)) {
      assertThat(program.says()).startsWith("open ");
      assertThat(ps("uid", folder.server())).isEqualTo(user.id());
      program.leave();
    }
    assertThat(folder.hasServer()).isFalse();

    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
      assertThat(ps("uid", folder.server())).isEqualTo(user.id());
      assertThat(OrdinaryUser.ownerOf(folder.folder().port().file())).isEqualTo(user.id());
    }
  }

  @Test
  void a_new_cluster_belongs_to_the_owner_of_the_data_folder() throws Exception {
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    DataFolder unused = DataFolder.withBinaries(Files.createDirectory(parent.resolve("unused")));
    OrdinaryUser user = OrdinaryUser.forTests(parent);
    user.own(unused.path());

    try (EmbeddedCluster cluster = EmbeddedCluster.open(unused.path())) {
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
      assertThat(ps("uid", unused.server())).isEqualTo(user.id());
    }
    assertThat(OrdinaryUser.ownerOf(unused.cluster())).isEqualTo(user.id());
    assertThat(OrdinaryUser.ownerOf(unused.folder().usersLock())).isEqualTo(user.id());
    unused.removeBinaries();
  }

  private static long ps(String column, long pid) throws IOException {
    SystemCommand ps =
        new SystemCommand(List.of("ps", "-o", column + "=", "-p", "" + pid), Path.of("/"));
    return Long.parseLong(ps.run().output());
  }
}
