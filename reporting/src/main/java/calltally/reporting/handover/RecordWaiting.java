package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Routines.handOver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;

/** Records callers who have waited so long that they are handed over to programs and CRMs. */
record RecordWaiting(CallerReceivers receivers, Instant now) {

  /**
   * A program or CRM.
   *
   * @param after how long a caller waits before
   * @param getsTasks whether it is a CRM
   */
  private record Receiver(
      String source, String name, Duration after, boolean getsTasks, boolean masksNumbers) {}

  /** All receivers of a source at once: who waits is determined once for all of them. */
  void run(DSLContext sql) {
    List<Receiver> all = all();
    all.stream()
        .map(Receiver::source)
        .distinct()
        .forEach(
            source ->
                run(source, all.stream().filter(one -> one.source().equals(source)).toList(), sql));
  }

  private List<Receiver> all() {
    return Stream.concat(
            receivers.hooks().stream()
                .map(
                    hook ->
                        new Receiver(
                            hook.source(), hook.name(), hook.after(), false, hook.masksNumbers())),
            receivers.crms().stream()
                .map(
                    crm ->
                        new Receiver(
                            crm.source(), crm.name(), crm.after(), true, crm.masksNumbers())))
        .toList();
  }

  private void run(String source, List<Receiver> of, DSLContext sql) {
    Long unused =
        handOver(
            sql.configuration(),
            source,
            values(of, Receiver::name, String[]::new),
            values(of, one -> YearToSecond.valueOf(one.after()), YearToSecond[]::new),
            values(of, Receiver::getsTasks, Boolean[]::new),
            values(of, Receiver::masksNumbers, Boolean[]::new),
            now);
  }

  private static <T> T[] values(
      List<Receiver> of, Function<Receiver, T> value, IntFunction<T[]> array) {
    return of.stream().map(value).toArray(array);
  }
}
