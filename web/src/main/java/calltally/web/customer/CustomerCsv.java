package calltally.web.customer;

import calltally.reporting.export.Columns;
import calltally.reporting.export.CsvDialect;
import calltally.reporting.export.ReportCsv;
import calltally.reporting.export.Table;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.Period;
import calltally.web.calls.CallColumns;
import calltally.web.calls.ListedCall;
import calltally.web.frame.View;
import calltally.web.http.PageReply;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer's calls as CSV, with numbers as the page shows them. */
record CustomerCsv(CustomerKey customer, View view) {

  private record Row(ListedCall call, @Nullable FollowUp followUp) {}

  PageReply of(List<ListedCall> calls, Map<String, FollowUp> followUps) {
    List<Row> rows = calls.stream().map(call -> new Row(call, followUps.get(call.id()))).toList();
    String text =
        new ReportCsv(view.visible().numbers(), CsvDialect.COMMA)
            .text(
                Table.of("calls", columns(), rows),
                Period.of(view.source().date(view.now()), view.source().zone()));
    return PageReply.file(
        "customer-%s-calls.csv".formatted(customer),
        "text/csv; charset=utf-8",
        Buffer.buffer(text));
  }

  private static Columns<Row> columns() {
    return new Columns<Row>()
        .with(CallColumns.all(), Row::call)
        .text("state", row -> row.followUp() == null ? null : row.followUp().state())
        .text("called_back_by", row -> row.followUp() == null ? null : row.followUp().by());
  }
}
