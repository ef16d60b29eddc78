package calltally.web.archive;

import static calltally.sql.jooq.ledger.Tables.REPORT_RUN;

import calltally.reporting.delivery.Archive;
import calltally.reporting.report.CustomerNumbers;
import calltally.web.frame.DateParameters;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.PageReply;
import calltally.web.http.Routes;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The list of archived reports, each report, and its files. */
public final class ArchiveRoutes {

  static final String PATH = "/reports";

  private static final int ON_A_PAGE = 50;
  private static final Pattern SUBJECT = Pattern.compile("(\\d{1,18})(?:/([^/]+))?");

  private final ArchivePages pages;
  private final DSLContext sql;
  private final Archive archive;
  private final HeavyQueries queries;

  public ArchiveRoutes(String company, DataSource figures, Archive archive, HeavyQueries queries) {
    this.pages = new ArchivePages(company);
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
    this.archive = archive;
    this.queries = queries;
  }

  public void addTo(Routes routes, Views views) {
    routes.get(PATH, views.page(view -> Optional.of(list(view))));
    routes.below(PATH + "/", views.page(this::run));
  }

  private PageReply list(View view) {
    Condition which = ofDate(view).and(before(view));
    List<ArchivedRun> found =
        queries.run(() -> new SelectRuns(view, which, ON_A_PAGE + 1).run(sql));
    boolean isMore = found.size() > ON_A_PAGE;
    return pages.list(isMore ? found.subList(0, ON_A_PAGE) : found, isMore, view);
  }

  private static Condition ofDate(View view) {
    LocalDate date = DateParameters.orNull(view.parameter("date"));
    return date == null
        ? DSL.noCondition()
        : REPORT_RUN.FROM_DATE.le(date).and(REPORT_RUN.UNTIL_DATE.gt(date));
  }

  private static Condition before(View view) {
    String before = view.parameter("before");
    return before == null || !before.matches("\\d{1,18}")
        ? DSL.noCondition()
        : REPORT_RUN.RUN_ID.lt(Long.parseLong(before));
  }

  private Optional<PageReply> run(View view) {
    Matcher subject = SUBJECT.matcher(view.request().subject());
    if (!subject.matches()) {
      return Optional.empty();
    }
    Condition which = REPORT_RUN.RUN_ID.eq(Long.parseLong(subject.group(1)));
    String file = subject.group(2);
    return new SelectRuns(view, which, 1)
        .run(sql).stream()
            .findFirst()
            .flatMap(
                run ->
                    file == null
                        ? Optional.of(pages.run(run, files(run, view), view))
                        : file(file, files(run, view)));
  }

  /** None for readers who must not see the numbers in them. */
  private List<Path> files(ArchivedRun run, View view) {
    boolean maySee = run.isMasked() || view.visible().numbers() == CustomerNumbers.SHOWN;
    try {
      return maySee ? archive.files(run.path()) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** One of the report's own files: what else is on the disk has no name here. */
  private static Optional<PageReply> file(String name, List<Path> files) {
    return files.stream()
        .filter(file -> String.valueOf(file.getFileName()).equals(name))
        .findFirst()
        .map(ArchiveRoutes::download);
  }

  private static PageReply download(Path file) {
    try {
      return PageReply.file(
          String.valueOf(file.getFileName()),
          "application/octet-stream",
          Buffer.buffer(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
