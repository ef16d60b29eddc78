package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.sql.GrantDeviation;
import calltally.sql.Grants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Whether every database role has exactly the rights it is meant to have. */
record GrantsCheck(DataSource database) {

  private static final CheckSubject SUBJECT = CheckSubject.GRANTS;

  public List<CheckResult> results() {
    Grants grants = new Grants(database);
    List<GrantDeviation> deviations = grants.deviations();
    Stream<CheckResult> inside =
        deviations.isEmpty()
            ? Stream.of(CheckResult.ok(SUBJECT, Message.of("check.grants.ok")))
            : deviations.stream().map(GrantsCheck::of);
    return Stream.of(
            inside,
            outside(grants.databasesOpenToAnalyst()).stream(),
            holdingBack(grants.functionsThatHoldBackFigures()).stream())
        .flatMap(results -> results)
        .toList();
  }

  private static Optional<CheckResult> outside(List<String> databases) {
    return databases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                SUBJECT,
                Message.of("check.grants.other_databases", String.join(", ", databases)),
                Message.of("check.grants.other_databases.advice")));
  }

  private static Optional<CheckResult> holdingBack(List<String> functions) {
    return functions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                SUBJECT,
                Message.of("check.grants.horizon"),
                Message.of("check.grants.horizon.advice", String.join(", ", functions))));
  }

  private static CheckResult of(GrantDeviation deviation) {
    return CheckResult.failed(
        SUBJECT, finding(deviation), Message.of("check.grants.remedy", deviation.remedy()));
  }

  /** The remedy names role and right. */
  private static Message finding(GrantDeviation deviation) {
    return switch (deviation.kind()) {
      case SURPLUS -> Message.of("check.grants.surplus");
      case MISSING -> Message.of("check.grants.missing");
      case POWERFUL -> Message.of("check.grants.powerful");
    };
  }
}
