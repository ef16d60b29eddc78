package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;

import calltally.reporting.call.fold.SourceRules;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derives the stale calls. One whose derivation fails is left out, so that the others go on. */
final class DeriveStaleCalls {

  private static final Logger LOG = LoggerFactory.getLogger(DeriveStaleCalls.class);

  private final DSLContext transaction;
  private final FailingCalls failing;
  private final Aliases aliases;
  private final Map<Integer, SourceRules> rules;
  private final CustomerKeys customers;
  private final StaleCallGroups groups;

  DeriveStaleCalls(DSLContext transaction, FailingCalls failing, Aliases aliases) {
    this.transaction = transaction;
    this.failing = failing;
    this.aliases = aliases;
    this.rules = SelectSourceRules.ofStaleCalls().run(transaction);
    this.customers = CustomerKeys.of(transaction);
    this.groups = new StaleCallGroups(transaction);
  }

  /** Derives all; carefully, in small groups, if one of them may end the process. */
  long all(boolean carefully, boolean haveFailed, boolean setAsideToo) {
    List<List<CallKey>> before = haveFailed ? groups.toTryAgain(setAsideToo) : List.of();
    long others = carefully ? inGroups() : together();
    return others + before.stream().mapToLong(this::derived).sum();
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
    long calls = 0;
    List<CallKey> group = groups.first();
    while (!group.isEmpty()) {
      calls += derived(group);
      group = groups.after(group);
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

  private static Condition isOneOf(List<CallKey> calls) {
    return row(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .in(calls.stream().map(call -> row(call.sourceId(), call.pbxId())).toList());
  }
}
