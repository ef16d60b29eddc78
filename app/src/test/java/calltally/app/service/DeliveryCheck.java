package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that every notification answered with 200 is stored exactly once. */
record DeliveryCheck(RunningService service, TestSenders senders) {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** Everything answered is stored exactly once, and nothing that was never sent. */
  void isThereOnce() throws Exception {
    senders.close();
    service.awaitSpooled(false);
    // A statement whose client is gone may still hide the newest rows from the refresh.
    await().atMost(TIMEOUT).untilAsserted(this::everythingAnsweredIsThere);
    List<String> calls = calls();
    Set<String> different = new HashSet<>(calls);
    assertThat(calls).hasSize(different.size());
    // Hundreds of thousands: to look for each in a list would take minutes.
    different.removeAll(senders.sent());
    assertThat(different).isEmpty();
    assertThat(service.query("select coalesce(sum(duplicates), 0) from analytics.data_quality"))
        .containsExactly("0");
  }

  private void everythingAnsweredIsThere() {
    service.refresh();
    Set<String> missing = new TreeSet<>(senders.answered());
    calls().forEach(missing::remove);
    assertThat(missing).isEmpty();
  }

  private List<String> calls() {
    return service.query("select pbx_id from analytics.call");
  }
}
