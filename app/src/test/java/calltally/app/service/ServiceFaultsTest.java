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
 * What happens to processes and disks while 500 notifications a second arrive: everything that was
 * answered is there exactly once, and nothing that was never sent.
 *
 * <p>Takes minutes: what is tagged runs in the profile {@code faults} alone, the rest in a short
 * form always.
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
  void receiver_and_database_are_killed_alone_and_together() throws Exception {
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
  void the_database_stands_still() throws Exception {
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
  void the_receiver_is_killed_while_it_replays() throws Exception {
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
  void the_disk_of_the_spool_is_full_and_then_that_of_the_database_too() throws Exception {
    senders.await(200);
    service.limitFiles("1");
    senders.await(200);
    assertThat(senders.failed()).isEmpty();
    service.signalPostgres("STOP");
    senders.await(300);
    assertThat(senders.failed()).isNotEmpty();
    service.limitFiles("unlimited");
    senders.await(300);
    service.signalPostgres("CONT");

    new DeliveryCheck(service, senders).isThereOnce();
  }
}
