package calltally.web.today;

import calltally.reporting.render.ReportSummary;
import calltally.web.frame.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what stands above the figures: title, their time, and warnings about the data. */
record LiveHeading(Today today, ReportSummary summary, View view) {

  String title(int waiting) {
    return waiting == 0
        ? view.texts().text("today.title")
        : view.texts().counted("today.title.waiting", waiting);
  }

  String asOf() {
    Freshness freshness = today.freshness();
    return freshness == null
        ? summary.period()
        : summary.period() + " · " + lastHeard(freshness.lastNotification());
  }

  private String lastHeard(@Nullable Instant last) {
    return last == null
        ? view.texts().text("last_notification.none")
        : view.texts()
            .text(
                "last_notification",
                WaitingRows.moment(last, today.report().head().period(), view.wording()));
  }

  List<String> notices() {
    List<String> notices = new ArrayList<>(summary.notices());
    Freshness freshness = today.freshness();
    long behind = freshness == null ? 0 : freshness.minutesBehind();
    if (behind > 0) {
      notices.add(0, view.texts().text("behind", behind));
    }
    return notices;
  }
}
