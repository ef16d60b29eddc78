package calltally.reporting.handover;

import static calltally.reporting.handover.CallbackFixture.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.handover.BitrixPortal.Fault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * kill -9 of a sender in every state of a task, when the portal has acted and does not answer.
 * Another sender takes over when the lease ends.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TaskKillTest {

  private TaskFixture fixture;
  private LocalDate day = LocalDate.of(2021, 1, 4);

  /** A state, and the request during which the sender is killed. */
  enum Moment {
    DUE("crm.activity.list", "due"),
    CUSTOMER_CREATED("crm.lead.add", "unknown"),
    CREATED("crm.activity.todo.add", "unknown"),
    UPDATED("crm.activity.todo.updateDescription", "open"),
    CLOSED("crm.activity.update", "updated");

    private final String method;
    private final String state;

    Moment(String method, String state) {
      this.method = method;
      this.state = state;
    }
  }

  @BeforeAll
  void open() throws IOException {
    fixture = new TaskFixture();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  private Instant at(String time) {
    return fixture.history.instant(day + "T" + time);
  }

  @ParameterizedTest
  @EnumSource
  void a_task_whose_sender_is_killed_is_created_once_and_closed(Moment moment) throws Exception {
    fixture.missed(day + "T10:00:00", IVAN);
    fixture.record(at("10:06:00"));
    if (moment.state.equals("open") || moment.state.equals("updated")) {
      fixture.send(fixture.sender(), at("10:06:00"));
      fixture.missed(day + "T10:10:00", IVAN);
      fixture.record(at("10:11:00"));
    }
    if (moment.state.equals("updated")) {
      fixture.send(fixture.sender(), at("10:11:00"));
      fixture.reached(day + "T10:12:00", IVAN);
      fixture.record(at("10:14:00"));
    }

    killDuring(moment.method, at("10:15:00"));

    assertThat(fixture.states()).containsExactly(moment.state);
    int requests = fixture.portal.requests.size();
    fixture.send(fixture.sender(), at("10:15:00").plus(ClaimTask.LEASE).minusMillis(1));
    assertThat(fixture.portal.requests).as("before the lease ends").hasSize(requests);
    fixture.send(fixture.sender(), at("10:15:00").plus(ClaimTask.LEASE));
    fixture.reached(day + "T10:30:00", IVAN);
    fixture.record(at("10:32:00"));
    fixture.send(fixture.sender(), at("10:32:00"));

    assertThat(fixture.states()).containsExactly("closed");
    assertThat(fixture.portal.todos.values()).singleElement().asString().endsWith("| completed");
    assertThat(fixture.portal.leads).hasSize(1);
    day = day.plusWeeks(2);
    fixture.forget();
  }

  private void killDuring(String method, Instant now) throws IOException, InterruptedException {
    Semaphore reached = new Semaphore(0);
    fixture.portal.afterwards(method, reached::release);
    fixture.portal.fail(method, Fault.NO_ANSWER_IN_TIME);
    fixture.portal.now = now;
    Process program = TaskProgram.start(fixture.history.address(), fixture.portal.webhook(), now);
    reached.acquire();
    program.destroyForcibly().waitFor();
    fixture.portal.afterwards(method, () -> {});
  }
}
