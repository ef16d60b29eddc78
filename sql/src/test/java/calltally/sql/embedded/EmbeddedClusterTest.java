package calltally.sql.embedded;

import static calltally.sql.embedded.DataFolder.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedClusterTest {

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
  void the_first_start_creates_a_durable_database_closed_to_others() throws Exception {
    DataFolder untouched = DataFolder.empty(Files.createDirectory(parent.resolve("new")));

    try (EmbeddedCluster cluster = EmbeddedCluster.open(untouched.path())) {
      DatabaseAddress address = cluster.address();
      assertThat(ask(address, "select current_user || ' ' || current_database()"))
          .isEqualTo("calltally calltally");
      assertThat(settings(address, "fsync", "synchronous_commit", "jit", "password_encryption"))
          .containsExactly("on", "on", "off", "scram-sha-256");
      assertThat(
              ask(
                  address,
                  "select setting from pg_file_settings where name = 'timezone' and applied"))
          .isEqualTo("UTC");
      assertThat(settings(address, "server_encoding", "listen_addresses"))
          .containsExactly("UTF8", "127.0.0.1");
      assertThat(settings(address, "unix_socket_directories")).containsExactly("");
      assertThat(ask(address, "select lower('РОМАШКА')")).isEqualTo("ромашка");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(untouched.folder().password().file())))
          .isEqualTo("rw-------");
      assertThatThrownBy(
              () -> ask(new DatabaseAddress(address.url(), address.user(), "x"), "select 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void rows_and_address_survive_close_and_open() throws Exception {
    DatabaseAddress address;
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      address = cluster.address();
      ask(address, "create table kept as select 42 as answer");
    }
    assertThat(folder.hasServer()).isFalse();

    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      assertThat(cluster.address()).isEqualTo(address);
      assertThat(ask(address, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void committed_rows_survive_a_killed_postgresql() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      ask(cluster.address(), "create table kept as select 42 as answer");
      folder.serverProcess().destroyForcibly();
      folder.awaitNoServer();

      cluster.ensureRunning();
      assertThat(ask(cluster.address(), "select answer from kept")).isEqualTo("42");

      ask(cluster.address(), "insert into kept values (43)");
      folder.serverProcess().destroyForcibly();
      folder.awaitNoServer();
    }

    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      assertThat(ask(cluster.address(), "select sum(answer) from kept")).isEqualTo("85");
    }
  }

  @Test
  void a_second_service_of_one_program_is_refused_while_others_attach() throws Exception {
    EmbeddedCluster service = EmbeddedCluster.openForService(folder.path());

    assertThatThrownBy(() -> EmbeddedCluster.openForService(folder.path()))
        .isInstanceOf(FolderInUse.class)
        .hasMessageContaining(folder.path().toString())
        .hasMessageContaining("process " + ProcessHandle.current().pid());
    EmbeddedCluster attached = EmbeddedCluster.open(folder.path());
    assertThat(attached.address()).isEqualTo(service.address());

    service.close();
    service.close();
    assertThat(ask(attached.address(), "select 1")).isEqualTo("1");
    attached.close();
    assertThat(folder.hasServer()).isFalse();
  }

  @Test
  void another_port_is_used_when_the_usual_one_is_taken() throws Exception {
    EmbeddedCluster.open(folder.path()).close();
    int usual = Integer.parseInt(folder.folder().port().read().orElseThrow());

    try (ServerSocket stranger = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress());
        EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      assertThat(cluster.address().url()).doesNotContain(":" + stranger.getLocalPort() + "/");
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_process_id_of_a_dead_server_may_be_reused_by_another_process() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      ask(cluster.address(), "create table kept as select 42 as answer");
      folder.serverProcess().destroyForcibly();
      folder.awaitNoServer();
    }
    Path description = folder.cluster().resolve("postmaster.pid");
    List<String> lines = Files.readAllLines(description);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(description, lines);

    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.path())) {
      assertThat(ask(cluster.address(), "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_cluster_of_another_major_version_is_refused() throws Exception {
    Files.writeString(folder.cluster().resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedCluster.open(folder.path()))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("major version 18 (was 17)");
  }

  @Test
  void a_missing_password_file_is_reported_and_leaves_no_server_behind() throws Exception {
    EmbeddedCluster.open(folder.path()).close();
    Files.delete(folder.folder().password().file());

    assertThatThrownBy(() -> EmbeddedCluster.open(folder.path()))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("password file");
    assertThat(folder.hasServer()).isFalse();
  }

  @Test
  void a_failed_start_reports_the_reason_and_the_file() throws Exception {
    EmbeddedCluster.open(folder.path()).close();
    Files.writeString(
        folder.cluster().resolve("postgresql.auto.conf"), "shared_buffers = 'plenty'\n");

    assertThatThrownBy(() -> EmbeddedCluster.open(folder.path()))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("FATAL:")
        .hasMessageContaining("postgresql.auto.conf");
  }

  private static List<String> settings(DatabaseAddress address, String... names)
      throws SQLException {
    StringBuilder values = new StringBuilder();
    for (String name : names) {
      values.append(ask(address, "show " + name)).append('\n');
    }
    return values.toString().lines().toList();
  }
}
