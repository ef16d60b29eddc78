package calltally.app.check;

import calltally.sql.GrantDeviation;
import calltally.sql.Grants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Whether every database role may do what it is meant to, and nothing else. */
record GrantsCheck(DataSource database) {

  private static final String SUBJECT = "grants";

  public List<CheckResult> results() {
    Grants grants = new Grants(database);
    List<GrantDeviation> deviations = grants.deviations();
    Stream<CheckResult> inside =
        deviations.isEmpty()
            ? Stream.of(
                CheckResult.ok(SUBJECT, "each role may do what it is meant to, and nothing else"))
            : deviations.stream().map(GrantsCheck::of);
    return Stream.concat(inside, outside(grants.databasesOpenToAnalyst()).stream()).toList();
  }

  private static Optional<CheckResult> outside(List<String> databases) {
    return databases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                SUBJECT,
                "analyst may also enter the databases " + String.join(", ", databases),
                "as the owner of each: revoke connect on database … from public"));
  }

  private static CheckResult of(GrantDeviation deviation) {
    return CheckResult.failed(SUBJECT, deviation.sentence(), "as the owner: " + deviation.remedy());
  }
}
