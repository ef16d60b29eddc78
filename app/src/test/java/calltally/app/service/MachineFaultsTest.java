package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of the machine while notifications arrive: full disks, and a clock set back.
 *
 * <p>Mounts file systems and needs libfaketime: only the profile {@code faults} runs it, as root.
 */
@Tag("faults")
final class MachineFaultsTest {

  /**
   * libfaketime makes each reading of the clock slow: 500 a second may be too many for a machine.
   */
  private static final Duration WITH_SLOW_CLOCK = Duration.ofMillis(10);

  @TempDir private Path folder;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable next : open) {
      next.close();
    }
  }

  @Test
  void a_full_spool_disk_during_a_database_outage_loses_nothing_answered() throws Exception {
    SmallDisk disk = disk("data/spool", 4);
    DeliveryCheck all = start(Map.of(), TestSenders.USUAL);
    disk.fill();
    all.senders().await(300);
    assertThat(all.senders().failed()).isEmpty();
    all.service().signalPostgres("STOP");
    all.senders().awaitFailure();
    all.senders().await(1000);
    disk.free();
    all.senders().await(300);
    all.service().signalPostgres("CONT");
    all.senders().await(200);

    all.isThereOnce();
  }

  @Test
  void a_full_database_disk_loses_nothing() throws Exception {
    SmallDisk disk = disk("data/postgresql", 400);
    DeliveryCheck all = start(Map.of(), TestSenders.USUAL);
    disk.fill();
    all.service().awaitSpooled(true);
    all.senders().await(1000);
    assertThat(all.senders().failed()).isEmpty();
    disk.free();
    all.senders().await(300);

    all.isThereOnce();
  }

  @Test
  void a_clock_set_back_loses_nothing() throws Exception {
    SettableSystemTime time = SettableSystemTime.in(folder);
    DeliveryCheck all = start(time.environment(), WITH_SLOW_CLOCK);
    time.set("-1h");
    all.senders().await(1000);
    time.set("+1h");
    all.senders().await(1000);
    assertThat(all.senders().failed()).isEmpty();

    all.isThereOnce();
  }

  @Test
  void a_clock_set_forward_by_a_day_and_back_loses_nothing() throws Exception {
    SettableSystemTime time = SettableSystemTime.in(folder);
    DeliveryCheck all = start(time.environment(), WITH_SLOW_CLOCK);
    time.set("+1d");
    all.senders().await(500);
    time.set("+0");
    all.senders().await(500);
    assertThat(all.senders().failed()).isEmpty();

    all.isThereOnce();
  }

  private SmallDisk disk(String at, int mebibytes) throws Exception {
    SmallDisk disk = SmallDisk.at(folder.resolve(at), mebibytes);
    open.push(disk::unmount);
    return disk;
  }

  private DeliveryCheck start(Map<String, String> environment, Duration betweenCalls)
      throws Exception {
    RunningService service = new RunningService(folder, "", environment);
    open.push(service::close);
    TestSenders senders = new TestSenders(betweenCalls, service.port());
    open.push(senders::close);
    senders.await(200);
    return new DeliveryCheck(service, senders);
  }
}
