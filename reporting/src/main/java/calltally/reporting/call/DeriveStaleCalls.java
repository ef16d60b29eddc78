package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;

import calltally.reporting.call.fold.SourceRules;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derives the stale calls. One whose derivation fails is left out, so that the others go on. */
final class DeriveStaleCalls {

  private static final Logger LOG = LoggerFactory.getLogger(DeriveStaleCalls.class);

  /** Calls derived together when one of them may fail; halved until it is found. */
  private static final int GROUP = 256;

  /** The same for calls begun once in vain: most were only begun together with a failing one. */
  private static final int SMALL_GROUP = 16;

  private final DSLContext transaction;
  private final FailingCalls failing;
  private final Aliases aliases;
  private final Map<Integer, SourceRules> rules;
  private final CustomerKeys customers;

  DeriveStaleCalls(DSLContext transaction, FailingCalls failing, Aliases aliases) {
    this.transaction = transaction;
    this.failing = failing;
    this.aliases = aliases;
    this.rules = SelectSourceRules.ofStaleCalls().run(transaction);
    this.customers = CustomerKeys.of(transaction);
  }

  /** Derives all; carefully, in small groups, if one of them may end the process. */
  long all(boolean carefully, boolean haveFailed, boolean setAsideToo) {
    List<List<CallKey>> before = haveFailed ? groupsToTryAgain(setAsideToo) : List.of();
    long others = carefully ? inGroups() : together();
    return others + before.stream().mapToLong(this::derived).sum();
  }

  /** A call that ends the process is begun in a group, in a small group, and alone. */
  private List<List<CallKey>> groupsToTryAgain(boolean setAsideToo) {
    Condition isTried =
        setAsideToo
            ? FailingCalls.contains(STALE_CALL)
            : FailingCalls.contains(STALE_CALL).and(not(FailingCalls.setAside(STALE_CALL)));
    Condition isBegunOnce = FailingCalls.begunOnce(STALE_CALL);
    List<CallKey> once = after(null, isTried.and(isBegunOnce), Integer.MAX_VALUE);
    List<CallKey> moreOften = after(null, isTried.and(not(isBegunOnce)), Integer.MAX_VALUE);
    return Stream.concat(
            IntStream.iterate(0, from -> from < once.size(), from -> from + SMALL_GROUP)
                .mapToObj(from -> once.subList(from, Math.min(from + SMALL_GROUP, once.size()))),
            moreOften.stream().map(List::of))
        .toList();
  }

  private long together() {
    try {
      return transaction.transactionResult(
          savepoint ->
              fold(
                  savepoint.dsl(),
                  SelectNotifications.ofStaleCalls(
                      aliases, not(FailingCalls.contains(STALE_CALL)))));
    } catch (RuntimeException | StackOverflowError e) {
      if (!CallFailure.isOfTheCall(e)) {
        throw e;
      }
      return inGroups();
    }
  }

  /** Derives those that have not failed before, in small groups. */
  long inGroups() {
    Condition which = not(FailingCalls.contains(STALE_CALL));
    long calls = 0;
    CallKey last = null;
    for (List<CallKey> group = after(last, which, GROUP);
        !group.isEmpty();
        group = after(last, which, GROUP)) {
      last = group.get(group.size() - 1);
      calls += derived(group);
    }
    return calls;
  }

  private long derived(List<CallKey> calls) {
    failing.begin(calls);
    try {
      long derived =
          transaction.transactionResult(
              savepoint ->
                  fold(savepoint.dsl(), SelectNotifications.ofGroup(aliases, isOneOf(calls))));
      failing.succeeded(calls);
      return derived;
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return failed(calls, e);
    }
  }

  private long failed(List<CallKey> calls, Throwable failure) {
    if (!CallFailure.isOfTheCall(failure)) {
      failing.takeBack(calls);
      throw new IllegalStateException("cannot derive calls: " + failure.getMessage(), failure);
    }
    if (calls.size() == 1) {
      LOG.warn(
          "left out a call of source_id {} that cannot be derived: {}",
          calls.get(0).sourceId(),
          CallFailure.summary(failure));
      return 0;
    }
    failing.takeBack(calls);
    int half = calls.size() / 2;
    return derived(calls.subList(0, half)) + derived(calls.subList(half, calls.size()));
  }

  private long fold(DSLContext sql, SelectNotifications ofCalls) {
    FoldCalls fold =
        new FoldCalls(
            rules,
            (source, pbxId) -> new SelectFirstNotifications(source, pbxId).run(sql),
            new StoreCalls(CopyStatements.within(sql), customers),
            notifications -> {});
    try (NotificationRows rows = ofCalls.run(sql)) {
      return fold.all(rows);
    }
  }

  private List<CallKey> after(@Nullable CallKey last, Condition which, int most) {
    return transaction
        .select(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .from(STALE_CALL)
        .where(which)
        .and(
            last == null
                ? noCondition()
                : row(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID).gt(last.sourceId(), last.pbxId()))
        .orderBy(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .limit(most)
        .fetch(row -> new CallKey(row.value1(), row.value2()));
  }

  private static Condition isOneOf(List<CallKey> calls) {
    return row(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .in(calls.stream().map(call -> row(call.sourceId(), call.pbxId())).toList());
  }
}
