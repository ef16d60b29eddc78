package calltally.sql.embedded;

import static calltally.sql.embedded.DataFolder.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of its own, since it mostly waits: the others run meanwhile. */
final class RecoveringClusterTest {

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
  void a_service_does_not_wait_for_a_recovery_which_goes_on_until_it_has_ended() throws Exception {
    try (EmbeddedCluster crashed = EmbeddedCluster.open(folder.path())) {
      ask(crashed.address(), "create table kept as select 42 as answer");
      folder.serverProcess().destroyForcibly();
      folder.awaitNoServer();
    }
    Files.createFile(folder.cluster().resolve("recovery.signal"));
    Files.writeString(
        folder.cluster().resolve("postgresql.auto.conf"),
        "restore_command = 'until test -e recovered; do sleep 0.1; done; false'");

    try (EmbeddedCluster service = EmbeddedCluster.openRecovering(folder.path())) {
      long recovering = folder.server();
      assertThatThrownBy(service::requireReady)
          .isInstanceOf(ClusterRecovering.class)
          .hasMessageContaining("its recovery after a crash must have ended");
      Files.createFile(folder.cluster().resolve("recovered"));

      service.requireReady();

      assertThat(ask(service.address(), "select answer from kept")).isEqualTo("42");
      assertThat(folder.server()).isEqualTo(recovering);
    }
    assertThat(folder.hasServer()).isFalse();
  }
}
