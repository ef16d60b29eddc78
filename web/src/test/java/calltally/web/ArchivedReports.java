package calltally.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reports of a date that were made for subscriptions, with a file each. */
record ArchivedReports(Site site) {

  ArchivedReports add(
      int run, String kind, @Nullable String department, @Nullable String manager, boolean isMasked)
      throws IOException {
    String path = "2026/11/20/" + run + "-report";
    String subscription = "subscription " + run;
    DSLContext sql = site.history().sql();
    sql.execute(
        """
        insert into ledger.report_run overriding system value
        values (1, ?, ?, null, ?, ?, '2026-11-19', '2026-11-20', ?, \
        '2026-11-20T05:00:00Z', '2026-11-20T05:00:01Z')\
        """,
        run,
        kind,
        department,
        manager,
        subscription);
    sql.execute("insert into ledger.subscription values (1, ?, now())", subscription);
    sql.execute(
        """
        insert into ledger.mailing (source_id, subscription, from_date, until_date, due_at, \
        deadline, state, run_id, archive_path, masked) values (1, ?, '2026-11-19', \
        '2026-11-20', '2026-11-20T05:00:00Z', '2026-11-20T06:00:00Z', 'rendered', ?, ?, ?)\
        """,
        subscription,
        run,
        path,
        isMasked);
    Path folder = Files.createDirectories(site.archive().resolve(path));
    Files.writeString(folder.resolve("report " + run + ".pdf"), "content " + run);
    Files.writeString(site.archive().resolve("secret.txt"), "secret");
    return this;
  }
}
