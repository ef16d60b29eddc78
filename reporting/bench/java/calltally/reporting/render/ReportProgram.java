package calltally.reporting.render;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jasperreports.engine.JRException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.postgresql.ds.PGSimpleDataSource;

/** One measurement of {@link ReportBench}, in a JVM of its own. */
final class ReportProgram {

  private static final int MISSED_ROWS = 20_000;
  private static final int ROUNDS = 5;

  private final Path folder;

  private ReportProgram(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments what to measure, the folder, and for {@code start} and {@code daily} the
   *     database
   */
  public static void main(String[] arguments) throws Exception {
    ReportProgram program = new ReportProgram(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "start" -> program.daily(arguments[2], arguments[3]);
      case "bare" ->
          new BareReport(SampleReports.missed(20)).write(program.folder.resolve("bare.pdf"));
      case "daily" -> program.manyDaily(arguments[2], arguments[3]);
      case "missed" -> program.missed();
      case "pages" -> program.pages(Integer.parseInt(arguments[2]));
      case "reviews" -> program.reviews();
      case "xlsx" -> program.xlsx(Integer.parseInt(arguments[2]));
      default ->
          throw new IllegalArgumentException(
              "cannot measure: unknown measurement (was %s)".formatted(arguments[0]));
    }
  }

  /** Everything that a daily report reads from a database, and the page of the sample day. */
  private void daily(String url, String user) throws IOException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(user);
    new Reports(database)
        .select(
            ReportRequest.of(
                ReportKind.DAILY, "main", SampleDay.FRIDAY.from(), SampleDay.NEXT_MORNING));
    write(new SampleDay().report(), ReportFormat.PDF);
  }

  private void manyDaily(String url, String user) throws IOException {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      times.add(timed(() -> daily(url, user)));
    }
    say("warm daily report, last 20 of 60: %s", milliseconds(median(times.subList(40, 60))));
  }

  /** The report and the bare table in alternation. */
  private void missed() throws IOException, JRException {
    MissedCallReport report = SampleReports.missed(MISSED_ROWS);
    BareReport bare = new BareReport(report);
    List<Duration> ours = new ArrayList<>();
    List<Duration> theirs = new ArrayList<>();
    int pages = 0;
    int barePages = 0;
    for (int round = 0; round < ROUNDS + 2; round++) {
      Path[] file = new Path[1];
      int[] written = new int[1];
      ours.add(timed(() -> file[0] = write(report, ReportFormat.PDF)));
      theirs.add(timed(() -> written[0] = bare.write(folder.resolve("bare.pdf"))));
      pages = pages(file[0]);
      barePages = written[0];
    }
    Duration our = median(ours.subList(2, ours.size()));
    Duration their = median(theirs.subList(2, theirs.size()));
    say(
        "missed calls, %d rows: %d pages in %s, %.0f pages/s; bare table %d pages in %s, %.0f pages/s; per page %.2f",
        MISSED_ROWS,
        pages,
        milliseconds(our),
        perSecond(pages, our),
        barePages,
        milliseconds(their),
        perSecond(barePages, their),
        perSecond(barePages, their) / perSecond(pages, our));
  }

  /** Uses the heap that the JVM was given. */
  private void pages(int rows) throws IOException {
    Path file = write(SampleReports.missed(rows), ReportFormat.PDF);
    long peak = peakHeap();
    say("missed calls, %d rows, %d pages: peak heap %d MiB", rows, pages(file), peak);
  }

  private void reviews() throws IOException {
    for (int i = 0; i < 20; i++) {
      write(SampleReports.review(), ReportFormat.PDF);
    }
    Duration time =
        timed(
            () -> {
              for (int i = 0; i < 60; i++) {
                write(SampleReports.review(), ReportFormat.PDF);
              }
            });
    say("60 manager reviews in a row, warm: %s", milliseconds(time));
  }

  private void xlsx(int rows) throws IOException {
    MissedCallReport report = SampleReports.missed(rows);
    write(SampleReports.missed(5_000), ReportFormat.XLSX);
    Duration time = timed(() -> write(report, ReportFormat.XLSX));
    say(
        "XLSX of %d rows: %s, peak heap %d MiB, the model included",
        rows, milliseconds(time), peakHeap());
  }

  private Path write(Report report, ReportFormat format) throws IOException {
    return new ReportFiles(Letterhead.of("Romashka LLC"), CustomerNumbers.SHOWN)
        .write(report, Locale.ENGLISH, Set.of(format), folder)
        .get(0);
  }

  private static int pages(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages();
    }
  }

  private interface Work {
    void run() throws IOException, JRException;
  }

  private static Duration timed(Work work) throws IOException {
    long start = System.nanoTime();
    try {
      work.run();
    } catch (JRException e) {
      throw new IOException(e);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Duration median(List<Duration> times) {
    List<Duration> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static double perSecond(int pages, Duration time) {
    return pages * 1e9 / time.toNanos();
  }

  private static String milliseconds(Duration time) {
    return String.format(Locale.ROOT, "%,d ms", time.toMillis());
  }

  /** The peak, in MiB. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
