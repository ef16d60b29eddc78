package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The stale calls in groups that are derived together, where one of them may fail. */
final class StaleCallGroups {

  /** Halved until the failing call is found. */
  private static final int GROUP = 256;

  /** Of calls begun once in vain: most were only begun together with a failing one. */
  private static final int SMALL_GROUP = 16;

  private final DSLContext sql;

  StaleCallGroups(DSLContext sql) {
    this.sql = sql;
  }

  /** The first group of those that have not failed before; empty when there is none. */
  List<CallKey> first() {
    return keys(not(FailingCalls.contains(STALE_CALL)), GROUP);
  }

  /** The group after that one; empty when that was the last. */
  List<CallKey> after(List<CallKey> group) {
    CallKey last = group.get(group.size() - 1);
    return keys(
        not(FailingCalls.contains(STALE_CALL))
            .and(row(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID).gt(last.sourceId(), last.pbxId())),
        GROUP);
  }

  /** A call that ends the process is begun in a group, in a small group, and alone. */
  List<List<CallKey>> toTryAgain(boolean setAsideToo) {
    Condition isTried =
        setAsideToo
            ? FailingCalls.contains(STALE_CALL)
            : FailingCalls.contains(STALE_CALL).and(not(FailingCalls.setAside(STALE_CALL)));
    Condition isBegunOnce = FailingCalls.begunOnce(STALE_CALL);
    List<CallKey> once = keys(isTried.and(isBegunOnce), Integer.MAX_VALUE);
    List<CallKey> moreOften = keys(isTried.and(not(isBegunOnce)), Integer.MAX_VALUE);
    return Stream.concat(
            IntStream.iterate(0, from -> from < once.size(), from -> from + SMALL_GROUP)
                .mapToObj(from -> once.subList(from, Math.min(from + SMALL_GROUP, once.size()))),
            moreOften.stream().map(List::of))
        .toList();
  }

  private List<CallKey> keys(Condition which, int most) {
    return sql.select(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .from(STALE_CALL)
        .where(which)
        .orderBy(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .limit(most)
        .fetch(row -> new CallKey(row.value1(), row.value2()));
  }
}
