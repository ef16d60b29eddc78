package calltally.ingest.journal.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Rejection;
import calltally.ingest.file.FileReading;
import calltally.ingest.testing.IngestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue_log that grows, is rotated or truncated, while it is imported and while it is not. */
final class FollowedImportTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private final IngestDatabase database = new IngestDatabase();
  private final List<String> seen = new ArrayList<>();
  private final Path folder;
  private final Path log;

  FollowedImportTest(@TempDir Path folder) {
    this.folder = folder;
    log = folder.resolve("queue_log");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void lines_are_stored_as_they_are_written_and_only_when_they_are_whole() {
    write(line(1) + line(2));

    follow(
        () -> write(line(3)),
        () -> write(line(4).substring(0, 20)),
        () -> write(line(4).substring(20)),
        () -> {});

    assertThat(seen)
        .containsExactly(
            "2 stored, 0 duplicate",
            "1 stored, 0 duplicate",
            "0 stored, 0 duplicate",
            "1 stored, 0 duplicate",
            "0 stored, 0 duplicate");
    assertCalls(4);
  }

  @Test
  void a_restart_goes_on_at_the_line_after_the_last_one() {
    write(line(1) + line(2));
    follow();
    write(line(3) + "damaged\n");
    seen.clear();

    follow();

    assertThat(seen).containsExactly("line 4 rejected", "1 stored, 0 duplicate");
    assertThat(database.row("select lines from journal.followed_file")).containsExactly("4");
    assertThat(database.row("select reason from journal.rejected"))
        .first()
        .asString()
        .startsWith("line 4: ");
  }

  @Test
  void the_rest_of_a_rotated_log_is_read_before_the_new_one() {
    write(line(1));

    follow(
        () -> move("queue_log.1"),
        () -> append("queue_log.1", line(2)),
        () -> {
          append("queue_log.1", line(3).strip());
          write(line(4));
        },
        () -> {});

    assertThat(seen).contains("restarted").endsWith("0 stored, 0 duplicate");
    assertCalls(4);
  }

  @Test
  void a_log_rotated_while_nobody_followed_is_read_to_its_end() {
    write(line(1) + line(2));
    follow();
    write(line(3));
    move("queue_log-20261120");
    write(line(4));
    seen.clear();

    follow();

    assertThat(seen).containsExactly("restarted", "2 stored, 0 duplicate");
    assertCalls(4);
  }

  @Test
  void a_truncated_log_is_read_from_its_beginning() {
    write(line(1) + line(2));

    follow(
        () -> replace(""),
        () -> write(line(3)),
        () -> replace(line(4) + line(5) + line(6)),
        () -> {});

    assertThat(seen).contains("restarted");
    assertCalls(6);
  }

  @Test
  void a_log_that_is_gone_for_a_moment_is_awaited() {
    write(line(1));

    follow(() -> move("elsewhere"), () -> {}, () -> write(line(2)), () -> {});

    assertCalls(2);
  }

  @Test
  void a_large_log_is_read_in_parts_of_whole_lines() {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, 100_000)
        .forEach(n -> lines.append("1795154400|NONE|NONE|NONE|QUEUESTART|x\n"));
    write(lines + line(1));

    follow();

    assertThat(database.row("select lines from journal.followed_file")).containsExactly("100001");
    assertCalls(1);
  }

  @Test
  void each_source_has_its_own_position() {
    database
        .sql()
        .execute("insert into config.source (name, zone, region) values ('b', 'UTC', 'BY')");
    write(line(1));
    follow();
    seen.clear();

    follow("b", new ArrayDeque<>());

    assertThat(seen).containsExactly("1 stored, 0 duplicate");
  }

  private void follow(Runnable... steps) {
    follow("main", new ArrayDeque<>(List.of(steps)));
  }

  /** Takes the next step each time when everything is read, and ends after the last one. */
  private void follow(String source, Queue<Runnable> steps) {
    new JournalImport(database.ingest(), () -> NOW)
        .follow(
            source,
            log,
            FileReading.BY_CONTENT,
            new FollowListener() {
              @Override
              public boolean idle(ImportTotals read) {
                seen.add("%d stored, %d duplicate".formatted(read.stored(), read.duplicate()));
                Runnable step = steps.poll();
                if (step == null) {
                  return false;
                }
                step.run();
                return true;
              }

              @Override
              public void progress(ImportTotals soFar) {}

              @Override
              public void rejected(long line, Rejection why) {
                seen.add("line " + line + " rejected");
              }

              @Override
              public void restarted() {
                seen.add("restarted");
              }
            });
  }

  private void assertCalls(int calls) {
    assertThat(database.row("select count(*), count(distinct pbx_id) from journal.notification"))
        .containsExactly(String.valueOf(calls), String.valueOf(calls));
  }

  private static String line(int call) {
    return "%d|1.%d|sales|NONE|ENTERQUEUE||+375290000101|1\n".formatted(1_795_154_400 + call, call);
  }

  private void write(String lines) {
    append("queue_log", lines);
  }

  private void append(String name, String lines) {
    try {
      Files.writeString(folder.resolve(name), lines, UTF_8, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(String lines) {
    try {
      Files.writeString(log, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move(String name) {
    try {
      Files.move(log, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
