package calltally.web.archive;

import calltally.reporting.report.ReportKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report in the archive.
 *
 * @param subject the line, department or manager that it is about; null for the whole source
 * @param sentAt when the last copy went out; null when none was mailed
 * @param revision 0 for the first; higher when it was sent again with corrected figures
 * @param isMasked whether customers' numbers in its files are masked
 * @param path of its folder in the archive
 */
record ArchivedRun(
    long run,
    ReportKind kind,
    LocalDate from,
    LocalDate until,
    @Nullable String subject,
    String subscription,
    Instant madeAt,
    @Nullable Instant sentAt,
    int revision,
    boolean isMasked,
    String path) {}
