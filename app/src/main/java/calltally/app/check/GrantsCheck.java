package calltally.app.check;

import calltally.sql.Deviation;
import calltally.sql.Grants;
import java.util.List;
import javax.sql.DataSource;

/** Whether every database role may do what it is meant to, and nothing else. */
public record GrantsCheck(DataSource database) {

  private static final String SUBJECT = "grants";

  public List<Finding> findings() {
    List<Deviation> deviations = new Grants(database).deviations();
    return deviations.isEmpty()
        ? List.of(Finding.ok(SUBJECT, "each role may do what it is meant to, and nothing else"))
        : deviations.stream().map(GrantsCheck::of).toList();
  }

  private static Finding of(Deviation deviation) {
    return Finding.failed(SUBJECT, deviation.sentence(), "as the owner: " + deviation.remedy());
  }
}
