package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of processes and disks while 500 notifications a second arrive: everything answered is
 * stored exactly once, and nothing that was never sent.
 *
 * <p>Takes minutes, so tagged tests run only in the profile {@code faults}, and the rest runs
 * shortened in every build.
 */
final class ServiceFaultsTest {

  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final int PAUSE = Integer.getInteger("faults.pause", 1000);
  private static final long SEED = Long.getLong("faults.seed", 1);

  @TempDir private Path folder;

  private final Random moments = new Random(SEED);
  private RunningService service;
  private TestSenders senders;

  @BeforeEach
  void start() throws Exception {
    service = new RunningService(folder, "");
    senders = new TestSenders(service.port());
  }

  @AfterEach
  void stop() throws Exception {
    senders.close();
    service.close();
  }

  @Test
  void kills_of_receiver_and_database_lose_nothing() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      senders.await(50 + moments.nextInt(500));
      if (kill % 3 != 1) {
        service.killPostgres();
      }
      senders.await(moments.nextInt(300));
      if (kill % 3 != 2) {
        service.kill();
        service.startAgain();
      }
    }
    senders.await(200);

    new DeliveryCheck(service, senders).isThereOnce();
  }

  @Test
  @Tag("faults")
  void a_stopped_database_loses_nothing() throws Exception {
    senders.await(200);
    service.signalPostgres("STOP");
    senders.await(PAUSE);
    service.signalPostgres("CONT");
    senders.await(200);

    new DeliveryCheck(service, senders).isThereOnce();
    assertThat(senders.failed()).isEmpty();
  }

  @Test
  @Tag("faults")
  void a_kill_during_the_replay_loses_nothing() throws Exception {
    senders.await(200);
    service.signalPostgres("STOP");
    senders.await(PAUSE);
    service.awaitSpooled(true);
    assertThat(senders.failed()).isEmpty();
    service.signalPostgres("CONT");
    service.kill();
    service.startAgain();
    senders.await(moments.nextInt(100));
    service.kill();
    service.startAgain();
    senders.await(200);

    new DeliveryCheck(service, senders).isThereOnce();
  }

  @Test
  @Tag("faults")
  void a_full_spool_disk_and_then_a_stopped_database_lose_nothing_answered() throws Exception {
    senders.await(200);
    service.limitFiles("1");
    senders.await(200);
    assertThat(senders.failed()).isEmpty();
    service.signalPostgres("STOP");
    senders.awaitFailure();
    senders.await(300);
    service.limitFiles("unlimited");
    senders.await(300);
    service.signalPostgres("CONT");

    new DeliveryCheck(service, senders).isThereOnce();
  }
}
