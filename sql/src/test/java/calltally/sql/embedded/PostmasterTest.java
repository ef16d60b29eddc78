package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of a {@code postmaster.pid}, and which ones are removed before a start. */
final class PostmasterTest {

  @TempDir private Path cluster;

  @Test
  void a_cluster_without_the_file_has_no_server() throws IOException {
    assertThat(Postmaster.livingIn(cluster)).isEmpty();
    Postmaster.removeRemnantIn(cluster);
    assertThat(cluster).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "4711",
        "4711\n/data\n1764300000",
        "4711\n/data\n1764300000\n\n",
        "not a number\n/data\n1764300000\n15432\n",
        "-4711\n/data\n1764300000\n15432\n",
        "47110000000\n/data\n1764300000\n15432\n"
      })
  void a_file_cut_off_by_a_crash_names_no_server_and_is_removed(String text) throws IOException {
    Path file = Files.writeString(cluster.resolve("postmaster.pid"), text);

    assertThat(Postmaster.livingIn(cluster)).isEmpty();
    Postmaster.removeRemnantIn(cluster);
    assertThat(file).doesNotExist();
  }

  @Test
  void the_id_of_another_living_program_names_no_server_and_is_removed() throws IOException {
    Path file = describe(ProcessHandle.current().pid());

    assertThat(Postmaster.livingIn(cluster)).isEmpty();
    Postmaster.removeRemnantIn(cluster);
    assertThat(file).doesNotExist();
  }

  /** PostgreSQL removes it by itself, and says so in its log. */
  @Test
  void the_id_of_no_process_is_left_to_postgresql() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    assertThat(ended.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Path file = describe(ended.pid());

    assertThat(Postmaster.livingIn(cluster)).isEmpty();
    Postmaster.removeRemnantIn(cluster);
    assertThat(file).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"starting", "standby", ""})
  void a_server_that_accepts_nobody_yet_is_starting_up(String status) {
    assertThat(new Postmaster(1, 15432, status).isStartingUp()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ready", "stopping"})
  void a_server_that_is_ready_or_ends_is_not_starting_up(String status) {
    assertThat(new Postmaster(1, 15432, status).isStartingUp()).isFalse();
  }

  private Path describe(long pid) throws IOException {
    return Files.writeString(
        cluster.resolve("postmaster.pid"),
        pid + "\n/data\n1764300000\n15432\n\n127.0.0.1\n  1234\nready   \n");
  }
}
